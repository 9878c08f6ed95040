"""``foedus languages check`` and ``--packs``."""

import json
import shutil
from pathlib import Path

from cli.conftest import Run

TESTS = Path(__file__).parents[1]
PACKS = TESTS / "data" / "packs_ia"


def test_a_sound_language_with_its_cases(foedus: Run) -> None:
    done = foedus("languages", "check", "ia", "--packs", PACKS, "--cases", PACKS / "cases")
    assert done.code == 0
    _, pack, untriggered, uncased, cases = done.out.splitlines()
    assert (pack, cases) == ("pack: 0 to mend, 0 remarks", "cases: 13 passed, 0 failed")
    assert untriggered.startswith("no trigger: arms.buildup, attack.strike, control.territory, ")
    assert "arms.test" not in untriggered
    assert "arms.test" in uncased
    assert done.err == ""


def test_a_folder_will_do(foedus: Run) -> None:
    done = foedus("languages", "check", PACKS / "languages" / "ia", "--cases", PACKS / "cases", "--wanted")
    assert done.code == 0
    assert "  missing   type: treaty.sign, actors: ('FIN',)" in done.out.splitlines()
    assert done.out.splitlines()[-1] == "wanted: 0 met, 1 not yet"


def test_what_is_wrong_ends_with_1(foedus: Run, tmp_path: Path) -> None:
    shutil.copytree(PACKS, tmp_path / "packs")
    folder = tmp_path / "packs" / "languages" / "ia"
    cases = tmp_path / "packs" / "cases"
    (cases / "reports.yaml").write_text("- {id: a, text: Norvegia dormi., claims: [{type: arms.test}]}\n", "utf-8")
    done = foedus("languages", "check", folder, "--cases", cases)
    assert done.code == 1
    assert f"{cases / 'reports.yaml'}: a" in done.out.splitlines()
    assert "  text      Norvegia dormi." in done.out.splitlines()
    assert done.out.splitlines()[-1] == "cases: 8 passed, 1 failed"
    report = json.loads(foedus("languages", "check", folder, "--cases", cases, "--format", "json").out)
    assert (report["passed"], report["failed"][0]["case"]["id"]) == (8, "a")
    (folder / "words.yaml").write_text("articles: le\n", encoding="utf-8")
    done = foedus("languages", "check", folder, "--cases", cases)
    assert done.code == 1
    assert done.out.splitlines()[1].startswith("words.yaml:1: Expected `array`, got `str`; ")
    assert done.out.splitlines()[-1] == "pack: 1 to mend, 0 remarks"


def test_wrong_use(foedus: Run, tmp_path: Path) -> None:
    assert "check what?" in foedus("languages", "check").err
    assert "no language pack for 'nl'" in foedus("languages", "check", "nl").err
    assert "no place for a language" in foedus("languages", "check", tmp_path).err
    assert "--wanted without --cases" in foedus("languages", "check", "it", "--wanted").err
    assert "go with check" in foedus("languages", "--wanted").err
    assert "no case in it" in foedus("languages", "check", "it", "--cases", tmp_path).err
    assert "no such folder" in foedus("languages", "check", "it", "--cases", tmp_path / "no").err
    assert "no csv of a check" in foedus("languages", "check", "it", "--format", "csv").err
    assert "no such pack folder" in foedus("languages", "--packs", tmp_path / "no").err


def test_a_language_of_another_folder_is_read(foedus: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.json"
    article.write_text(json.dumps({"text": "Norvegia ha ratificate le pacto con Finlandia.", "language": "ia"}))
    done = foedus("claims", article, "--packs", PACKS, "--format", "jsonl")
    assert [json.loads(line)["actors"] for line in done.out.splitlines()] == [["NOR"]]
    assert foedus("claims", article, "--format", "jsonl").out == ""
