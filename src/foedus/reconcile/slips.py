"""Slips: dates of an act that happens once which are so alike that one may be a miswriting of the other."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from foedus.model import Interval
from foedus.reconcile.items import length
from foedus.reconcile.periods import Period
from foedus.reconcile.shingles import Groups

_MONTH: Final = dt.timedelta(days=31)
"""How far two dates of one act may lie apart, and how long a date may be, to be compared so."""


def slipped(periods: Sequence[Period]) -> list[Period]:
    """Periods of one party's acts of one kind, those that can be slips of each other made one.

    Where many states act on one treaty, a state may do the like again years later (it ratifies the accession of one,
    then of another); what is told a few days apart, or for the same day of another month or of the next year, is one
    act told twice. The core of what was made one reaches over all of its days. A coarse date joins the one that it
    meets.
    """
    fine = [p for p in periods if p.core and length(p.core) <= _MONTH.days]
    coarse = [p for p in periods if not p.core or length(p.core) > _MONTH.days]
    made = [_one(group) for group in _alike(fine)]
    rest: list[Period] = []
    for period in coarse:
        met = [one for one in made if one.core and period.core and one.core.meets(period.core)]
        if len(met) == 1:
            met[0].items.extend(period.items)
        else:
            rest.append(period)
    return made + rest


def _alike(periods: Sequence[Period]) -> list[list[Period]]:
    """Groups of periods: of days near each other, or with the same day of another month, or of the next year."""
    groups, named = Groups(), dict[tuple[str, int, int], int]()
    until, before = dt.date.min, 0
    line = sorted(range(len(periods)), key=lambda n: _days(periods[n]))
    for n in line:
        first, last = _days(periods[n])
        if until > dt.date.min and first - until <= _MONTH:
            groups.join(n, before)
        if last >= until:
            until, before = last, n
        if first == last:
            for name in (("month", first.year, first.day), ("year", first.month * 100 + first.day, first.year)):
                groups.join(n, named.setdefault(name, n))
            last_year = named.get(("year", first.month * 100 + first.day, first.year - 1), n)
            groups.join(n, last_year)
    found: dict[int, list[Period]] = {}
    for n in line:
        found.setdefault(groups.root(n), []).append(periods[n])
    return list(found.values())


def _one(group: Sequence[Period]) -> Period:
    if len(group) == 1:
        return group[0]
    days = [_days(p) for p in group]
    return Period(Interval(min(f for f, _ in days), max(e for _, e in days)), [i for p in group for i in p.items])


def _days(period: Period) -> tuple[dt.date, dt.date]:
    core = period.core
    return (core and core.first) or dt.date.min, (core and core.last) or dt.date.max
