"""``foedus treaties check``."""

import json
from pathlib import Path

from cli.conftest import Run

BAD = Path(__file__).parents[1] / "data" / "bad_treaties"


def test_the_files_on_hand_are_sound(foedus: Run) -> None:
    done = foedus("treaties", "check")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith(" files, 0 to mend\n")


def test_every_fault_of_every_file(foedus: Run) -> None:
    one, two = BAD / "key_of_another_name.yaml", BAD / "act_without_source.yaml"
    done = foedus("treaties", "check", one, two)
    assert done.code == 1
    first, second, third, last = done.out.splitlines()
    assert first == f"{one}:10: unknown key 'wen'; did you mean when?"
    assert second.startswith(f"{one}:11: 'soon' is no EDTF date or interval; write a day")
    assert third == f"{two}:9: treaty.sign has no source; add source: who says so"
    assert last == "2 files, 3 to mend"
    report = json.loads(foedus("treaties", "check", one, "--format", "json").out)
    assert (report["files"], len(report["findings"])) == (1, 2)
    assert report["findings"][0] == {
        "what": "unknown key 'wen'",
        "where": f"{one}:10",
        "mend": "did you mean when?",
        "harmless": False,
    }


def test_wrong_use(foedus: Run) -> None:
    assert "no csv of a check" in foedus("treaties", "check", "--format", "csv").err
    missing = foedus("treaties", "check", BAD / "nothing.yaml")
    assert (missing.code, missing.out) == (1, "")
    assert "no such file or folder" in missing.err
    assert "invalid choice" in foedus("treaties", "chek").err
