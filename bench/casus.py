"""Casus foederis: what the rules find met in the wars of 1823 to 2003, against what Berkemeier and Fuhrmann coded.

Their table (2018, replication data) has a row for each war and alliance of ATOP with a member in it; where `dnaLLM` is
empty they found, by the rules of Leeds, Long and Mitchell (2000), that a pledge applied, kept or not. Here each row is
what `foedus duties --war` asks: fighters, their days and the initiators are those of COW's Inter-State War Data 4.0,
put as questions by `foedus.assess.attacks`, the treaties those of ATOP 4.01, by signature. A row is met if a duty is
owed, or open in one condition at most: that is what a planner must reckon with. `python bench/casus.py` prints figures,
`--failing` the rows that differ.
"""

import argparse
import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, NamedTuple

from alliances import ALLIANCES, STATES, atop, rows
from foedus.assess.attacks import questions
from foedus.assess.commitments import Commitments
from foedus.assess.duties import duties
from foedus.assess.terms import Terms
from foedus.datasets import import_tables
from foedus.model import Attack, Interval, Obligation, Treaty, War

KINDS: Final = ("defense", "offense", "neutrality", "nonaggression")
"""Consultation is no case of war for the coders."""
_OPEN: Final = 1
"""So many conditions of a duty may be open: where two are unknown, the case is less likely met than not."""


class Row(NamedTuple):
    """A war and an alliance: did a pledge apply, as coded?"""

    war: int
    name: str
    alliance: str
    applied: bool


class Score(NamedTuple):
    """Rows by what was found and coded."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """Of the rows found met, the part that is."""
        return self.right / ((self.right + self.false) or 1)

    @property
    def recall(self) -> float:
        """Of the rows that are met, the part found."""
        return self.right / ((self.right + self.missed) or 1)

    def __str__(self) -> str:
        figures = f"{self.right} right, {self.false} false, {self.missed} missed"
        return f"precision {self.precision:.1%}, recall {self.recall:.1%} ({figures})"


@cache
def wars() -> dict[int, War]:
    """The wars by their number."""
    made = import_tables("cow", [ALLIANCES / name for name in ("Inter-StateWarData_v4.0.csv", *STATES)], atop()[1])
    return {int(war.id.removeprefix("war:COW_")): war for war in made.wars}


def coded() -> list[Row]:
    """The coded rows whose war and alliance are in the other two files."""
    found = []
    for row in rows("berkemeier-fuhrmann-2018.csv"):
        war, alliance = (int(float(row[c] or 0)) for c in ("cowwarid", "atopid"))
        if war in wars() and f"treaty:ATOP_{alliance}" in atop()[0]:
            found.append(Row(war, row["warname"], f"treaty:ATOP_{alliance}", not row["dnaLLM"]))
    return found


def _asked(row: Row) -> Iterator[tuple[Attack, tuple[Obligation, ...]]]:
    treaty = atop()[0][row.alliance]
    for attack in questions(wars()[row.war], _signed(treaty), "signature"):
        found = duties(attack, _commitments(row.alliance), lambda _place, _area, _on: None)
        yield attack, tuple(o for o in found if o.kind in KINDS)


def _signed(treaty: Treaty) -> set[dt.date]:
    days = (Interval.parse(a.when).first for a in treaty.acts if a.type == "treaty.sign" and a.when)
    return {day for day in days if day}


def found(row: Row) -> list[Obligation]:
    """The duties of the alliance that are owed or open in the war: at most one condition is open."""
    return [
        o
        for _, obligations in _asked(row)
        for o in obligations
        if o.verdict != "not owed" and sum(tried.truth == "open" for tried in o.conditions) <= _OPEN
    ]


@cache
def _commitments(alliance: str) -> Commitments:
    return Commitments(Terms({alliance: atop()[0][alliance]}, basis="signature"))


def _plain(row: Row) -> bool:
    """Without conditions: a member attacks or is attacked, and another has pledged help or to stay out."""
    return any(all(bond.truth != "unmet" for bond in o.bonds) for _, found in _asked(row) for o in found)


def score(test: Callable[[Row], bool], part: list[Row]) -> Score:
    """A test of rows against how they are coded."""
    told = [(test(row), row.applied) for row in part]
    return Score(told.count((True, True)), told.count((True, False)), told.count((False, True)))


def halves() -> tuple[list[Row], list[Row]]:
    """Rows of every second war, from the first on, and of the others; rules were first thought out on the former."""
    order = sorted({row.war for row in coded()})
    first = set(order[::2])
    return [r for r in coded() if r.war in first], [r for r in coded() if r.war not in first]


def met(row: Row) -> bool:
    """Is some duty owed or open?"""
    return bool(found(row))


def owed(row: Row) -> bool:
    """Is some duty owed beyond doubt?"""
    return any(o.verdict == "owed" for o in found(row))


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--failing", action="store_true", help="list the rows that differ")
    arguments = parser.parse_args()
    one, two = halves()
    print(f"{len(coded())} rows of both, {sum(r.applied for r in coded())} of them met")
    for name, part in (("all", [*one, *two]), ("first half", one), ("other half", two)):
        print(f"{name:15} {len(part):4} rows: owed or open {score(met, part)}")
        print(f"{'':15} {'':4}       owed alone   {score(owed, part)}")
        print(f"{'':15} {'':4}       no condition {score(_plain, part)}")
    for row in [*one, *two] if arguments.failing else ():
        if met(row) != row.applied:
            kinds = sorted({f"{o.kind} {o.verdict}" for o in found(row)})
            print(f"{'missed' if row.applied else 'false':6} {row.war:4} {row.name} {row.alliance}: {', '.join(kinds)}")


if __name__ == "__main__":
    main()
