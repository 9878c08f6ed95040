"""What was imported is a pack folder, which loads and which a second data set joins."""

from pathlib import Path

import pytest

from datasets.tables import DYAD, MEMBER, SPELLS, member, write
from datasets.test_cow import dyad
from foedus.check import check_treaties
from foedus.cli.main import run
from foedus.datasets import import_tables, write_pack
from foedus.packs.folders import added
from foedus.packs.load import DATA
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world


def imported(tmp_path: Path) -> Path:
    (tmp_path / "spells.csv").write_text(SPELLS)
    rows = [member(7, s, "1860-01-01", "1870", defense=1, defcoadv=1) for s in (995, 220)]
    atop = import_tables("atop", [write(tmp_path / "m.csv", MEMBER, rows), tmp_path / "spells.csv"])
    pairs = [dyad(2, 365, 995, "1861-01-01", entente=1)]
    cow = import_tables("cow", [write(tmp_path / "d.csv", DYAD, pairs), tmp_path / "spells.csv"])
    write_pack(atop, tmp_path / "pack", "atop")
    write_pack(cow, tmp_path / "pack", "cow")
    made = load_treaties((tmp_path / "pack" / "treaties",))
    assert [made["treaty:ATOP_7"], made["treaty:COW_2"]] == [*atop.treaties, *cow.treaties]
    return tmp_path / "pack"


def test_states_of_both_are_there(tmp_path: Path) -> None:
    world = load_world((DATA / "world", imported(tmp_path) / "world"))
    assert world.states["ZZY"].exists == "1850/1900"
    assert [str(time) for time in world.existed["RUS"]] == ["1991-01-01/..", "../1922-12-29"]


def test_what_is_written_passes_the_check_of_treaty_files(tmp_path: Path) -> None:
    pack = imported(tmp_path)
    with added([pack]):
        files, found = check_treaties([pack / "treaties"])
    assert (len(files), found) == (2, [])


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    pack = imported(tmp_path)
    before = {p: p.read_bytes() for p in pack.rglob("*.*")}
    imported(tmp_path)
    assert before == {p: p.read_bytes() for p in pack.rglob("*.*")}


def test_the_command_says_what_was_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [member(7, s, "1860-01-01", nonagg=1) for s in (200, 220)]
    path = write(tmp_path / "m.csv", MEMBER, [*rows, member(7, 325, "1860", "1850")])
    assert run(["import", "atop", str(path), "-o", str(tmp_path / "pack"), "--strict"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{path}:4: member 325 leaves (1850) before it joins (1860)" in err
    assert "1 treaties of 3 rows, 0 states; 1 left out" in err
    assert run(["treaties", "--packs", str(tmp_path / "pack"), "--format", "csv"]) == 0
    assert "treaty:ATOP_7" in capsys.readouterr().out
