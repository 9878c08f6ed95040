"""Casus foederis: what the rules find met in the wars of 1823 to 2003, against what Berkemeier and Fuhrmann coded.

Their table (2018, replication data) has a row for each war and alliance of ATOP with a member in it; where `dnaLLM` is
empty they found, by the rules of Leeds, Long and Mitchell (2000), that a pledge applied, kept or not. Here each row is
a question to `foedus duties`: the fighters, their days and the initiators are those of COW's Inter-State War Data 4.0,
the treaties those of ATOP 4.01, by signature. A row is met when a duty is owed, or open in one condition at most:
that is what a planner must reckon with. `python bench/casus.py` prints figures, `--failing` the rows that differ.

How a war becomes questions, by rule:

* *Who attacks*: between two enemies, who enters the war later; on one day, the side of its initiator. Who enters
  later and fights in its own region alone may also have been attacked by the war's initiator.
* *Abroad*: who enters a war of others, to fight outside its own region, is not attacked by those who enter after it.
* *The day*: the first day on which the two fight, and its eve, as an attack often ends the treaty that it breaks.
* *Joining during a war*: on the day of a later signature the fight goes on, and either side attacks.
* *Between allies*: who attacks a state that he has promised to defend, or not to fight, breaks his pledge.
* *Ongoing conflict*: met where the fight went on at signature, else not. *Demand unmet*: met, as there was a war.
  *Unprovoked*: met where the file tells who began.
* *Places*: an `area` that ATOP's table does not name is taken to lie in the home region of the state to which the duty
  is owed: a war elsewhere does not meet it, and one there leaves it open.
"""

import argparse
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from alliances import atop, rows
from foedus.assess.commitments import Commitments
from foedus.assess.duties import duties
from foedus.assess.terms import Terms
from foedus.datasets.states import Spell, States
from foedus.model import Attack, ConditionKind, Interval, Obligation, Treaty

KINDS: Final = ("defense", "offense", "neutrality", "nonaggression")
"""Consultation is no case of war for the coders."""
# COW's codes of where a state fought (WhereFought) → regions: 1 Western Hemisphere, 2 Europe, 4 Africa, 6 Middle East,
# 7 Asia, 9 Oceania; from 11 on several of them, as the fighters with these codes show.
_REGIONS: Final[Mapping[int, tuple[int, ...]]] = {
    11: (2, 6), 12: (2, 7), 13: (1, 7), 14: (2, 4, 6), 15: (2, 4, 6, 7), 16: (4, 6, 7, 9), 17: (7, 9), 18: (4, 6),
    19: (2, 4, 6, 7, 9),
}  # fmt: skip
_HOMES: Final = ((200, 1), (400, 2), (630, 4), (700, 6), (900, 7), (1000, 9))
_BOTH: Final = {365: frozenset({2, 7}), 640: frozenset({2, 6})}
"""States in two regions: Russia, Turkey."""
_OPEN: Final = 1
"""So many conditions of a duty may be open: where two are unknown, the case is less likely met than not."""
_DAY: Final = dt.timedelta(1)


class Fighter(NamedTuple):
    """A state's time in a war, by its COW number."""

    number: int
    side: int
    start: dt.date
    end: dt.date
    initiator: bool
    regions: frozenset[int]

    @property
    def home(self) -> frozenset[int]:
        """The regions in which the state lies."""
        return _BOTH.get(self.number) or frozenset({next(region for limit, region in _HOMES if self.number < limit)})


class Row(NamedTuple):
    """A war and an alliance: did a pledge apply, as coded?"""

    war: int
    name: str
    alliance: str
    applied: bool


class Question(NamedTuple):
    """An attack, and where it is fought."""

    attack: Attack
    elsewhere: frozenset[str]
    """States that fight outside the region in which they lie."""


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
def wars() -> dict[int, tuple[Fighter, ...]]:
    """The fighters of each war; who fought in two periods is there twice."""
    found: dict[int, list[Fighter]] = {}
    for row in rows("Inter-StateWarData_v4.0.csv"):
        for period in ("1", "2"):
            start, end = (_date(row, side, period) for side in ("Start", "End"))
            if start:
                fought = int(row["WhereFought"])
                regions = frozenset(_REGIONS.get(fought, (fought,)))
                began = row["Initiator"] == "1"
                fighter = Fighter(int(row["ccode"]), int(row["Side"]), start, end or dt.date.max, began, regions)
                found.setdefault(int(row["WarNum"]), []).append(fighter)
    return {number: tuple(fighters) for number, fighters in found.items()}


def coded() -> list[Row]:
    """The coded rows whose war and alliance are in the other two files."""
    found = []
    for row in rows("berkemeier-fuhrmann-2018.csv"):
        war, alliance = (int(float(row[c] or 0)) for c in ("cowwarid", "atopid"))
        if war in wars() and f"treaty:ATOP_{alliance}" in atop()[0]:
            found.append(Row(war, row["warname"], f"treaty:ATOP_{alliance}", not row["dnaLLM"]))
    return found


def questions(war: int, treaty: Treaty) -> Iterator[Question]:
    """What is asked about a treaty in a war."""
    fighters = wars()[war]
    signed = {Interval.parse(a.when).first for a in treaty.acts if a.type == "treaty.sign" and a.when}
    for one in fighters:
        for two in fighters:
            day, end = max(one.start, two.start), min(one.end, two.end)
            if one.side == two.side or end < day:
                continue
            for on in sorted(d for d in signed if d and day < d <= end):
                yield _question(one, two, on, fighters, True, None)
            if _may_attack(one, two, fighters):
                sure = not _may_attack(two, one, fighters)
                for on in (day, day - _DAY):
                    yield _question(one, two, on, fighters, False, True if sure else None)


def _may_attack(one: Fighter, two: Fighter, fighters: tuple[Fighter, ...]) -> bool:
    """May ``one`` have opened the fight between them?"""
    begun = min(f.start for f in fighters)
    if one.start > two.start:
        return two.start == begun or bool(two.home & two.regions)
    if one.start < two.start:
        return one.initiator and two.regions <= two.home
    began = {f.side for f in fighters if f.initiator and f.start == one.start}
    return not began or one.side in began


def _question(
    one: Fighter, two: Fighter, on: dt.date, fighters: tuple[Fighter, ...], going_on: bool, unprovoked: bool | None
) -> Question:
    given: dict[ConditionKind, bool] = {"ongoing_conflict": going_on, "demand_unmet": True}
    if unprovoked:
        given["unprovoked"] = True
    beside = (f for f in fighters if f.side == one.side and f.number != one.number and f.start <= on <= f.end)
    attack = Attack(
        attackers=(_state(one, on),),
        targets=(_state(two, on),),
        on=on,
        basis="signature",
        given=given,
        others=tuple(_state(f, on) for f in beside),
    )
    return Question(attack, frozenset(_state(f, on) for f in (one, two) if not f.home & f.regions))


def found(row: Row) -> list[Obligation]:
    """The duties of the alliance that are owed or open in the war."""
    treaty = atop()[0][row.alliance]
    return [o for question in questions(row.war, treaty) for o in _borne(question, _commitments(row.alliance))]


def broken(row: Row) -> bool:
    """Does a member attack one that it has promised to defend or not to fight?"""
    for question in questions(row.war, atop()[0][row.alliance]):
        (one,), (two,), on = question.attack.attackers, question.attack.targets, question.attack.on
        for pledge in _commitments(row.alliance).all:
            promised = pledge.duty.kind in KINDS and one in pledge.by and two in pledge.to
            if promised and pledge.truth(one, two, on) != "unmet":
                return True
    return False


def _borne(question: Question, commitments: Commitments) -> Iterator[Obligation]:
    """What counts: at most one condition is open."""
    for obligation in duties(question.attack, commitments, lambda _place, _area: None):
        kinds = {tried.kind for tried in obligation.conditions}
        if obligation.kind not in KINDS or obligation.verdict == "not owed":
            continue
        if "area" in kinds and obligation.to in question.elsewhere:
            continue
        if sum(tried.truth == "open" for tried in obligation.conditions) <= _OPEN:
            yield obligation


@cache
def _commitments(alliance: str) -> Commitments:
    return Commitments(Terms({alliance: atop()[0][alliance]}, basis="signature"))


def _plain(row: Row) -> bool:
    """Without conditions: a member attacks or is attacked, and another has pledged help or to stay out."""
    for question in questions(row.war, atop()[0][row.alliance]):
        for obligation in duties(question.attack, _commitments(row.alliance), lambda _place, _area: None):
            if obligation.kind in KINDS and all(bond.truth != "unmet" for bond in obligation.bonds):
                return True
    return False


def score(test: Callable[[Row], bool], part: list[Row]) -> Score:
    """A test of rows against how they are coded."""
    right = false = missed = 0
    for row in part:
        told = test(row)
        right, false, missed = (
            right + (told and row.applied),
            false + (told and not row.applied),
            missed + (not told and row.applied),
        )
    return Score(right, false, missed)


def halves() -> tuple[list[Row], list[Row]]:
    """Rows of every second war, from the first on, and of the others; rules were first thought out on the former."""
    order = sorted({row.war for row in coded()})
    first = set(order[::2])
    return [r for r in coded() if r.war in first], [r for r in coded() if r.war not in first]


def met(row: Row) -> bool:
    """Is some duty owed or open?"""
    return bool(found(row)) or broken(row)


def owed(row: Row) -> bool:
    """Is some duty owed beyond doubt?"""
    return any(o.verdict == "owed" for o in found(row)) or broken(row)


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


def _state(fighter: Fighter, on: dt.date) -> str:
    ((state, _),) = _states().over(fighter.number, Spell(on, on))
    return state


@cache
def _states() -> States:
    return States(atop()[1], None, None)


def _date(row: Mapping[str, str], side: str, period: str) -> dt.date | None:
    """A date of the file; -8 is no date, -9 for a month or day the first of it."""
    year, month, day = (int(row[f"{side}{part}{period}"]) for part in ("Year", "Month", "Day"))
    return dt.date(year, max(month, 1), max(day, 1)) if year > 0 else None


if __name__ == "__main__":
    main()
