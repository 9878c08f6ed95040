"""Pack folders beside the package's own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from foedus.model import PackError
from foedus.packs.folders import VARIABLE, added, folders, language_folder, language_folders
from foedus.packs.load import DATA
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world

TOY = Path(__file__).parents[1] / "data" / "packs_ia"


def test_the_package_comes_first(tmp_path: Path) -> None:
    (tmp_path / "world").mkdir()
    with added([TOY, tmp_path]):
        assert folders("languages") == (DATA / "languages", TOY / "languages")
        assert folders("world") == (DATA / "world", tmp_path / "world")
    assert folders("world") == (DATA / "world",)


def test_a_later_pack_replaces_a_language(tmp_path: Path) -> None:
    (tmp_path / "languages" / "it").mkdir(parents=True)
    assert language_folder("it") == DATA / "languages" / "it"
    with added([tmp_path]):
        assert language_folder("it") == tmp_path / "languages" / "it"
        # but an empty folder is no language
        assert language_folders()["it"] == DATA / "languages" / "it"
    assert language_folder("xx") == DATA / "languages" / "xx"


def test_states_and_treaties_can_be_added(tmp_path: Path) -> None:
    (tmp_path / "world").mkdir()
    (tmp_path / "world" / "states.yaml").write_text(
        "states:\n  - {id: ALD, names: {en: [Aldora]}, adjectives: {}}\n", encoding="utf-8"
    )
    (tmp_path / "treaties").mkdir()
    (tmp_path / "treaties" / "ALD-NOR-2031.yaml").write_text(
        "id: treaty:ALD-NOR-2031\nnames: {en: [Northern Pact]}\nparties: [{state: ALD}, {state: NOR}]\n"
        "acts: []\nduties: []\nsources: [invented]\n",
        encoding="utf-8",
    )
    with added([tmp_path]):
        assert load_world().label("ALD") == "Aldora"
        assert load_world().label("NOR") == "Norway"
        assert "treaty:ALD-NOR-2031" in load_treaties()
    assert "ALD" not in load_world().states
    assert "treaty:ALD-NOR-2031" not in load_treaties()


@pytest.mark.parametrize(("name", "what"), [("nowhere", "no such pack folder"), (".", "no pack folder")])
def test_what_is_no_pack_folder_is_refused(tmp_path: Path, name: str, what: str) -> None:
    before = os.environ.get(VARIABLE)
    with pytest.raises(PackError, match=what), added([tmp_path / name]):
        pass
    assert os.environ.get(VARIABLE) == before


def test_programs_that_are_started_inherit_it() -> None:
    code = "from foedus.packs.language import languages; print(*languages())"
    with added([TOY]):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["en", "fr", "ia", "it"]
