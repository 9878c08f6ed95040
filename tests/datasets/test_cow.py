"""COW's table of alliances becomes treaties."""

from pathlib import Path

from datasets.tables import DYAD, SPELLS, write
from foedus.datasets import import_tables
from foedus.model import Treaty


def dyad(number: int, one: int, two: int, start: str, end: str = "", **values: int) -> dict[str, str]:
    year, month, day = start.split("-")
    row = {"version4id": str(number), "ccode1": str(one), "ccode2": str(two), "left_censor": "0", "version": "4.1"}
    row |= {"dyad_st_year": year, "dyad_st_month": month, "dyad_st_day": day}
    if end:
        year, month, day = end.split("-")
        row |= {"dyad_end_year": year, "dyad_end_month": month, "dyad_end_day": day}
    return row | {name: str(value) for name, value in values.items()}


def one(tmp_path: Path, *rows: dict[str, str]) -> Treaty:
    (tmp_path / "spells.csv").write_text(SPELLS)
    found = import_tables("cow", [write(tmp_path / "dyads.csv", DYAD, rows), tmp_path / "spells.csv"])
    assert not found.faults
    (treaty,) = found.treaties
    return treaty


def test_pairs_become_one_treaty_with_its_joiners(tmp_path: Path) -> None:
    pairs = [(220, 200, "1830-01-01"), (200, 220, "1830-01-01")]
    pairs += [(a, b, "1835-02-03") for a, b in ((220, 325), (325, 220), (200, 325), (325, 200))]
    treaty = one(tmp_path, *(dyad(3, a, b, start, "1850-06-07", defense=1) for a, b, start in pairs))
    assert treaty.id == "treaty:COW_3"
    assert [p.state for p in treaty.parties] == ["FRA", "GBR", "ITA"]
    assert [(a.type, a.actors, a.when) for a in treaty.acts] == [
        ("treaty.sign", ("FRA", "GBR"), "1830-01-01"),
        ("treaty.sign", ("ITA",), "1835-02-03"),
        ("treaty.terminate", (), "1850-06-07"),
    ]
    early, last, late = treaty.duties
    assert (early.by, early.to, early.within) == (("FRA", "GBR"), ("FRA", "GBR"), "1830-01-01/1850-06-07")
    assert (late.by, late.to, late.within) == (("ITA",), ("FRA", "GBR"), "1835-02-03/1850-06-07")
    assert (last.by, last.to) == (("FRA", "GBR"), ("ITA",))


def test_what_was_there_before_the_table_begins_has_no_first_day(tmp_path: Path) -> None:
    treaty = one(
        tmp_path, *(dyad(3, a, b, "1816-01-01", left_censor=1, entente=1) for a, b in ((220, 200), (200, 220)))
    )
    (sign,) = treaty.acts
    assert sign.when == "../1816-01-01"
    assert [(d.kind, d.by, d.within) for d in treaty.duties] == [("consultation", (), "1816-01-01/..")]


def test_rows_that_cannot_be_used(tmp_path: Path) -> None:
    rows = [
        dyad(3, 220, 200, "1830-01-01", "1829-01-01", defense=1),
        dyad(3, 220, 220, "1830-01-01", defense=1),
        dyad(3, 220, 200, "1830-01-01", defense=1),
    ]
    found = import_tables("cow", [write(tmp_path / "dyads.csv", DYAD, rows)])
    assert len(found.treaties) == 1
    assert ["dyads.csv:2" in str(found.faults[0]), "dyads.csv:3" in str(found.faults[1])] == [True, True]
    assert "ends (1829-01-01) before it begins (1830-01-01)" in str(found.faults[0])
    assert "ccode1 and ccode2 are not two states" in str(found.faults[1])
