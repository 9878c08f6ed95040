"""ATOP's tables become treaties; what cannot be used is one line each."""

from pathlib import Path
from typing import Any

import pytest

from datasets.tables import ALLIANCE, MEMBER, SPELLS, member, write
from foedus.datasets import Imported, import_tables
from foedus.model import Duty, InputError, Treaty

FRA, GBR, ITA, ESP, PRT, RUS = 220, 200, 325, 230, 235, 365


def made(tmp_path: Path, *rows: dict[str, str], spells: str = SPELLS) -> Imported:
    (tmp_path / "spells.csv").write_text(spells)
    return import_tables("atop", [write(tmp_path / "members.csv", MEMBER, rows), tmp_path / "spells.csv"])


def one(tmp_path: Path, *rows: dict[str, str]) -> Treaty:
    found = made(tmp_path, *rows)
    assert not found.faults
    (treaty,) = found.treaties
    return treaty


def told(duty: Duty) -> tuple[str, tuple[str, ...], tuple[str, ...], str | None]:
    return duty.kind, duty.by, duty.to, duty.within


def test_two_members_become_a_treaty_dated_from_signature(tmp_path: Path) -> None:
    values: dict[str, Any] = {"defense": 1, "consul": 1, "defcoadv": 1, "statthr1": 255, "length": 60, "renounce": 2}
    treaty = one(
        tmp_path,
        member(7, FRA, "1830-02-03", "1840-05-06", **values, termmode=3, cow4id=9),
        member(7, GBR, "1830-02-03", "1840-05-06", **values, termmode=3, cow4id=9),
    )
    assert treaty.id == "treaty:ATOP_7"
    assert treaty.names == {"en": ("Alliance of France and United Kingdom, 1830 (ATOP 7)",)}
    assert [(p.state, p.from_, p.until) for p in treaty.parties] == [("FRA", None, None), ("GBR", None, None)]
    sign, end = treaty.acts
    assert (sign.type, sign.actors, sign.when) == ("treaty.sign", ("FRA", "GBR"), "1830-02-03")
    assert (end.type, end.when, end.note) == (
        "treaty.terminate", "1840-05-06", "broken or denounced by a member before its term",
    )  # fmt: skip
    defense, consultation = treaty.duties
    assert told(defense) == ("defense", (), (), None)
    (condition,) = defense.conditions
    assert (condition.kind, condition.states) == ("adversary", ("DEU",))
    assert consultation.conditions == ()
    assert (treaty.duration, treaty.exit) == ("60 months", "members may not leave it before its term")
    assert treaty.sources == ("ATOP 4.01, alliance 7", "COW Formal Alliances, alliance 9")


def test_without_ratification_signature_is_force(tmp_path: Path) -> None:
    treaty = one(
        tmp_path,
        *(member(7, s, "1830-02-03", estmode=0, nonagg=1) for s in (FRA, GBR)),
        member(7, ITA, "1832-01-01", "1835", estmode=0, nonagg=1),
    )
    assert [(a.type, a.actors, a.when) for a in treaty.acts] == [
        ("treaty.sign", ("FRA", "GBR"), "1830-02-03"),
        ("treaty.enter_into_force", (), "1830-02-03"),
        ("treaty.sign", ("ITA",), "1832-01-01"),
    ]
    assert [(p.from_, p.until) for p in treaty.parties] == [(None, None), (None, None), ("1832-01-01", "1835")]


def test_what_one_owes_alone_is_told_by_and_to(tmp_path: Path) -> None:
    treaty = one(tmp_path, member(7, FRA, "1830-02-03", defense=1), member(7, GBR, "1830-02-03", nonagg=1))
    assert [told(d) for d in treaty.duties] == [
        ("defense", ("FRA",), ("GBR",), None),
        ("nonaggression", ("GBR",), ("FRA",), None),
    ]


def test_phases_date_the_duties_and_equal_ones_join(tmp_path: Path) -> None:
    treaty = one(
        tmp_path,
        *(member(7, s, "1830-02-03", "1833-01-01", phase=1, defense=1, consul=1) for s in (FRA, GBR)),
        *(member(7, s, "1833-01-01", "1836-04", phase=2, consul=1) for s in (FRA, GBR)),
    )
    assert [told(d) for d in treaty.duties] == [
        ("defense", (), (), "1830-02-03/1833-01-01"),
        ("consultation", (), (), None),
    ]
    assert treaty.acts[-1].when == "1836-04"


def test_members_of_different_phases_owe_each_other_nothing(tmp_path: Path) -> None:
    treaty = one(
        tmp_path,
        *(member(7, s, "1830", phase=1, nonagg=1) for s in (FRA, GBR)),
        *(member(7, s, "1830", phase=2, nonagg=1) for s in (FRA, ITA)),
    )
    assert {frozenset(d.by) for d in treaty.duties} == {frozenset({"FRA", "GBR"}), frozenset({"FRA", "ITA"})}


def test_a_member_that_is_away_for_a_while_cuts_the_duties(tmp_path: Path) -> None:
    treaty = one(
        tmp_path,
        *(member(7, s, "1830-01-01", nonagg=1) for s in (FRA, GBR)),
        member(7, ITA, "1830-01-01", "1840-12-31", nonagg=1),
        member(7, ITA, "1850-01-01", nonagg=1),
    )
    assert [(d.by, d.within) for d in treaty.duties] == [
        ((), "1830-01-01/1840-12-31"),
        ((), "1850-01-01/.."),
        (("FRA", "GBR"), "1841-01-01/1849-12-31"),
    ]
    assert [p.until for p in treaty.parties] == [None, None, None]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        pytest.param(
            [(FRA, "1830", {"defense": 1, "obvary": 1}), (GBR, "1830", {"defense": 1, "obvary": 1}), (ESP, "1830", {})],
            [("defense", {"FRA", "GBR"}, {"ESP"})],
            id="protection",
        ),
        pytest.param(
            [
                (FRA, "1830", {"defense": 1, "obvary": 1}),
                (GBR, "1830", {"defense": 1, "obvary": 1}),
                (ESP, "1831", {"consul": 1}),
            ],
            [("defense", {"FRA", "GBR"}, {"FRA", "GBR"}), ("consultation", {"ESP"}, {"FRA", "GBR"})],
            id="circle: who came later is not the one protected",
        ),
        pytest.param(
            [
                (FRA, "1830", {"offense": 1, "obvary": 1}),
                (GBR, "1830", {"offense": 1, "obvary": 1}),
                (ESP, "1830", {}),
            ],
            [("offense", {"FRA", "GBR"}, {"FRA", "GBR"})],
            id="joint",
        ),
        pytest.param(
            [
                (FRA, "1830", {"defense": 1, "nonagg": 1, "obvary": 1}),
                (ESP, "1830", {"defense": 1, "nonagg": 1, "obvary": 1}),
                (GBR, "1830", {"defense": 1, "obvary": 1}),
                (ITA, "1830", {"defense": 1, "obvary": 1}),
            ],
            [
                ("defense", {"FRA", "ESP"}, {"FRA", "ESP"}),
                ("defense", {"GBR", "ITA"}, {"FRA", "ESP"}),
                ("nonaggression", {"FRA", "ESP"}, {"FRA", "ESP"}),
            ],
            id="guarantee",
        ),
        pytest.param(
            [(FRA, "1830", {"offense": 1, "obvary": 1}), (GBR, "1830", {"obvary": 1}), (ESP, "1830", {"obvary": 1})],
            [("offense", {"FRA"}, {"GBR", "ESP"})],
            id="nothing tells",
        ),
    ],
)
def test_to_whom_obligations_that_vary_are_owed(
    tmp_path: Path, rows: list[tuple[int, str, dict[str, Any]]], wanted: list[tuple[str, set[str], set[str]]]
) -> None:
    treaty = one(tmp_path, *(member(7, s, entry, **values) for s, entry, values in rows))
    assert [(d.kind, set(d.by), set(d.to)) for d in treaty.duties] == wanted


def test_a_number_is_several_states_in_the_course_of_time(tmp_path: Path) -> None:
    found = made(tmp_path, *(member(7, s, "1920-01-01", nonagg=1) for s in (RUS, FRA)))
    (treaty,) = found.treaties
    assert [(p.state, p.from_, p.until) for p in treaty.parties] == [
        ("RUS", None, None), ("SUN", "1922-12-30", "1991-12-26"), ("FRA", None, None),
    ]  # fmt: skip
    assert found.existed == {"FRA": ("../1942-11-11",), "RUS": ("../1922-12-29",)}


def test_a_state_that_no_pack_has_is_made(tmp_path: Path) -> None:
    found = made(tmp_path, *(member(7, s, "1860", nonagg=1) for s in (995, 996, FRA)))
    zed, other = found.states
    assert (zed.id, zed.names, zed.exists) == ("ZZY", {"en": ("Zedland",)}, "1850/1900")
    assert zed.cow is not None
    assert zed.cow.number == 995
    assert (other.id[0], other.exists) == ("Q", None)


def test_the_alliance_level_table_fills_in_what_the_other_lacks(tmp_path: Path) -> None:
    row = {"atopid": "8", "begyr": "1850", "ineffect": "1", "estmode": "0", "defense": "1", "defcon": "1",
           "mem1": "200", "mem2": "220", "version": "4.0100002"}  # fmt: skip
    again = row | {"atopid": "7"}
    paths = [
        write(tmp_path / "m.csv", MEMBER, [member(7, s, "1830", nonagg=1) for s in (FRA, GBR)]),
        write(tmp_path / "a.csv", ALLIANCE, [row, again]),
    ]
    seven, eight = import_tables("atop", paths).treaties
    assert [d.kind for d in seven.duties] == ["nonaggression"]
    assert [c.kind for d in eight.duties for c in d.conditions] == ["other"]
    assert eight.sources == ("ATOP 4.01, alliance 8",)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (member(7, ITA, "1830-02-31"), "there is no 1830-02-31; mend the date"),
        (member(7, ITA, "1830-x"), "moent is 'x', no number; mend the row"),
        (member(7, ITA, "1840", "1830"), "member 325 leaves (1830) before it joins (1840); mend a date"),
        (member(7, ITA, "-8"), "member 325 has no year of entry"),
        (member(7, ITA, "1840", ineffect=0), "member 325 has no year of exit, and is not in effect"),
        (member(7, ITA, "1840", member="?"), "member is '?', no number"),
        (member(7, FRA, "1835"), "FRA is in phase 0 twice at a time"),
        (member(8, ITA, "1840"), "alliance 8 is left with one member"),
        (member(0, ITA, "1840", atopid=""), "no number of an alliance in atopid"),
    ],
)
def test_a_row_that_cannot_be_used_is_one_line_and_costs_no_other(
    tmp_path: Path, row: dict[str, str], words: str
) -> None:
    found = made(tmp_path, member(7, FRA, "1830", nonagg=1), member(7, GBR, "1830", nonagg=1), row)
    (fault,) = found.faults
    assert words in str(fault)
    assert "members.csv:4" in str(fault)
    assert [len(t.parties) for t in found.treaties] == [2]


def test_phases_that_overlap_among_the_same_members(tmp_path: Path) -> None:
    rows = [member(7, s, "1830", "1835", phase=1, nonagg=1) for s in (FRA, GBR)]
    rows += [member(7, s, "1833", "1840", phase=2, defense=1) for s in (FRA, GBR)]
    found = made(tmp_path, *rows)
    assert [str(f).partition("members.csv:")[2] for f in found.faults] == [
        f"4: phases 1 and 2 overlap for FRA and GBR, here and in {tmp_path}/members.csv:2; mend the dates of one",
        f"5: phases 1 and 2 overlap for GBR and FRA, here and in {tmp_path}/members.csv:3; mend the dates of one",
    ]
    assert [d.kind for t in found.treaties for d in t.duties] == ["nonaggression"]


def test_unknown_days_and_months_widen_the_date(tmp_path: Path) -> None:
    rows = (
        member(7, s, "1830", "1831-05", moent=m, dayent=d, dayexit=d, nonagg=1)
        for s, m, d in ((FRA, "4", "-8"), (GBR, "0", ""))
    )
    treaty = one(tmp_path, *rows)
    assert [a.when for a in treaty.acts] == ["1830", "1830-04", "1831-05"]


def test_a_foreign_table_and_one_that_lacks_columns(tmp_path: Path) -> None:
    good = write(tmp_path / "m.csv", MEMBER, [member(7, s, "1830", nonagg=1) for s in (FRA, GBR)], end="\r")
    bad = write(tmp_path / "bad.csv", MEMBER.replace(" member", "").replace(" obvary", ""), [member(7, FRA, "1830")])
    other = write(tmp_path / "other.csv", "a b", [{"a": "1", "b": "2"}])
    found = import_tables("atop", [good, bad, other, tmp_path / "none.csv"])
    assert len(found.treaties) == 1
    assert [str(f).removeprefix(str(tmp_path)) for f in found.faults] == [
        "/bad.csv: ATOP's member-level table lacks member, obvary; give the table as it is published",
        "/other.csv: not a table of this data set; its columns tell these apart: ATOP's member-level table, "
        "ATOP's alliance-level table, COW's table of inter-state wars, state system membership of COW, "
        "state codes of COW",
        "/none.csv: cannot be read: No such file or directory; check the name and the permissions",
    ]
    with pytest.raises(InputError, match="lacks member, obvary"):
        import_tables("atop", [bad])
    (tmp_path / "spells.csv").write_text(SPELLS)
    with pytest.raises(InputError, match="no table of alliances or wars among the files"):
        import_tables("atop", [tmp_path / "spells.csv"])
