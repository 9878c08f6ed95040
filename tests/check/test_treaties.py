"""Treaty files: the shipped ones are sound, and each mistake has a file that says what must be found in it."""

from pathlib import Path

import pytest

from foedus.check import check_treaties
from foedus.model import InputError

BAD = Path(__file__).parents[1] / "data" / "bad_treaties"
FILES = sorted(BAD.glob("*.yaml"))


def test_the_shipped_files_are_sound() -> None:
    files, found = check_treaties()
    assert [str(fault) for fault in found] == []
    assert len(files) > 200


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_mistake_is_found_and_nothing_else(path: Path) -> None:
    """The comments ``# line N: what; mend`` on top of a file are the faults that it must have."""
    text = path.read_text(encoding="utf-8")
    wanted = [line.removeprefix("# line ") for line in text.splitlines() if line.startswith("# line ")]
    _, found = check_treaties([path])
    assert [str(fault).removeprefix(f"{path}:") for fault in found] == wanted
    assert wanted


def test_a_folder_is_checked_whole() -> None:
    files, found = check_treaties([BAD])
    assert files == FILES
    assert {fault.where.rpartition(":")[0] for fault in found} == {str(path) for path in FILES}


def test_a_treaty_in_two_folders(tmp_path: Path) -> None:
    text = "id: treaty:P\nnames: {en: [Pact]}\nparties: [{state: NOR}, {state: SWE}]\n"
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "P.yaml").write_text(text, encoding="utf-8")
    _, found = check_treaties([tmp_path / "one", tmp_path / "two"])
    assert [fault.what for fault in found] == [
        f"treaty:P is also in {tmp_path / other / 'P.yaml'}" for other in ("two", "one")
    ]


def test_what_is_not_there() -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        check_treaties([BAD / "nothing.yaml"])


def test_many_treaties_in_one_file(tmp_path: Path) -> None:
    good = '{"id": "treaty:P", "names": {"en": ["Pact"]}, "parties": [{"state": "NOR"}]}'
    path = tmp_path / "set.jsonl"
    path.write_text(
        "\n".join((good, "{", good.replace("treaty:P", "treaty:Q").replace("NOR", "NOX"))), encoding="utf-8"
    )
    _, found = check_treaties([tmp_path])
    assert [fault.where for fault in found] == [f"{path}:2", f"{path}:3"]
    assert found[1].what == "no state NOX on file"
