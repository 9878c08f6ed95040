"""Wars as questions: who attacked whom, on which day, where a table tells sides, days and who began, and no more.

The rules were found on the wars of 1823 to 2003 and are measured in ``bench/casus.py``:

* *Who attacks*: between two enemies, who enters the war later; on one day, the side of its initiator. Who enters later
  and fights in its own region may also have been attacked by the war's initiator.
* *Abroad*: who enters a war of others, to fight outside its own region, is not attacked by those who enter after it.
* *The day*: the first day on which the two fight, and its eve, as an attack often ends the treaty that it breaks.
* *Joining during a war*: on the day of a later signature the fight goes on, and either side attacks.
* *Ongoing conflict*: met where the fight went on at signature, else not. *Demand unmet*: met, as there was a war.
  *Unprovoked*: met where the table tells who began.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from foedus.model import Attack, Basis, ConditionKind, Fighter, Interval, War

_DAY: Final = dt.timedelta(1)


class _Foe(NamedTuple):
    """A fighter with its days; ``last`` is the end of time for a war that goes on."""

    fighter: Fighter
    first: dt.date
    last: dt.date

    def fights_on(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


def questions(
    war: War, signed: Collection[dt.date], basis: Basis = "in-force", known: dt.date | None = None
) -> Iterator[Attack]:
    """An attack for each enemy that may have begun the fight with another, and each day on which it is asked.

    In the order of the fights' first days. ``signed`` are days on which a treaty was signed that may have been made
    for the war: on these the answer is about that treaty alone.
    """
    foes = [_foe(fighter) for fighter in war.fighters]
    for one, two, day, end in sorted(_enemies(foes), key=lambda e: e[2]):
        made = _Making(one, two, foes, basis, known)
        if _may_attack(one, two, foes):
            sure = not _may_attack(two, one, foes)
            for on in (day, day - _DAY):
                yield made.attack(on, going_on=False, unprovoked=sure)
        for on in sorted(d for d in signed if day < d <= end):
            yield made.attack(on, going_on=True, unprovoked=False)


def _enemies(foes: Collection[_Foe]) -> Iterator[tuple[_Foe, _Foe, dt.date, dt.date]]:
    """Each two of different sides that fight at a time, with its first and last day."""
    for one in foes:
        for two in foes:
            day, end = max(one.first, two.first), min(one.last, two.last)
            if one.fighter.side != two.fighter.side and day <= end:
                yield one, two, day, end


class _Making(NamedTuple):
    """What the questions about two enemies have in common."""

    one: _Foe
    two: _Foe
    foes: Collection[_Foe]
    basis: Basis
    known: dt.date | None

    def attack(self, on: dt.date, *, going_on: bool, unprovoked: bool) -> Attack:
        one, two = self.one.fighter, self.two.fighter
        given: dict[ConditionKind, bool] = {"ongoing_conflict": going_on, "demand_unmet": True}
        if unprovoked:
            given["unprovoked"] = True
        beside = (f.fighter for f in self.foes if f.fighter.side == one.side and f.fights_on(on))
        return Attack(
            attackers=(one.state,),
            targets=(two.state,),
            on=on,
            known=self.known,
            basis=self.basis,
            given=given,
            others=tuple(f.state for f in beside if f.state != one.state),
            abroad=tuple(f.state for f in (one, two) if f.fought == "abroad"),
        )


def _may_attack(one: _Foe, two: _Foe, foes: Collection[_Foe]) -> bool:
    """May ``one`` have opened the fight between them?"""
    if one.first > two.first:
        return two.first == min(f.first for f in foes) or two.fighter.fought != "abroad"
    if one.first < two.first:
        return one.fighter.initiator and two.fighter.fought == "home"
    began = {f.fighter.side for f in foes if f.fighter.initiator and f.first == one.first}
    return not began or one.fighter.side in began


def _foe(fighter: Fighter) -> _Foe:
    days = Interval.parse(fighter.when)
    return _Foe(fighter, days.first or dt.date.min, days.last or dt.date.max)
