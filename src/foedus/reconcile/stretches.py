"""Stretches: sets of days as unbroken runs, in order and apart from each other."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from foedus.model import Interval

Stretches = tuple[Interval, ...]
_SHOWN: Final = 6
_DAY: Final = dt.timedelta(days=1)


def stretches_of(days: Iterable[dt.date]) -> Stretches:
    """The runs of some days."""
    runs: list[list[dt.date]] = []
    for day in sorted(set(days)):
        if runs and (day - runs[-1][1]).days == 1:
            runs[-1][1] = day
        else:
            runs.append([day, day])
    return tuple(Interval(first, last) for first, last in runs)


def joined(runs: Iterable[Interval]) -> Stretches:
    """Runs that may overlap, as runs apart from each other."""
    out: list[Interval] = []
    for run in sorted(runs, key=lambda r: (r.first or dt.date.min, r.last or dt.date.max)):
        last = out[-1].last if out else dt.date.min
        if out and (last is None or (run.first or dt.date.min) - last <= _DAY):
            end = None if last is None or run.last is None else max(last, run.last)
            out[-1] = Interval(out[-1].first, end)
        else:
            out.append(run)
    return tuple(out)


def shared(one: Stretches, other: Stretches) -> Stretches:
    """The days that lie in both; open ends stay open."""
    found = (_common(a, b) for a in one for b in other)
    return tuple(sorted((run for run in found if run), key=lambda r: (r.first or dt.date.min, r.last or dt.date.max)))


def hull(runs: Stretches) -> Interval | None:
    """From the first day to the last; None for none, and where both ends are open."""
    if not runs:
        return None
    first, last = runs[0].first, runs[-1].last
    return Interval(first, last) if first or last else None


def told(runs: Stretches) -> str:
    """The days in words: EDTF by EDTF, of many the first and the last."""
    words = [str(run) if run.first or run.last else "any day" for run in runs]
    if len(words) > _SHOWN:
        words = [*words[: _SHOWN - 2], "…", words[-1]]
    return ", ".join(words) or "no day"


def within(day: dt.date, runs: Stretches) -> bool:
    """Is it one of the days?"""
    return any((run.first or dt.date.min) <= day <= (run.last or dt.date.max) for run in runs)


def days_in(run: Interval) -> Iterator[dt.date]:
    """Each day of a closed interval; none of an open one."""
    if run.first is not None and run.last is not None:
        yield from (run.first + n * _DAY for n in range((run.last - run.first).days + 1))


def _common(one: Interval, other: Interval) -> Interval | None:
    if not one.meets(other):
        return None
    firsts, lasts = [d for d in (one.first, other.first) if d], [d for d in (one.last, other.last) if d]
    return Interval(max(firsts, default=None), min(lasts, default=None))
