"""Periods: dates of one kind of event laid side by side, so that those that can be one day come together."""

import datetime as dt
from bisect import bisect_left
from dataclasses import dataclass, field

from foedus.model import Interval
from foedus.reconcile.items import Item, length


@dataclass(eq=False)
class Period:
    """Claims that can be of one time; ``core`` lies in the time of each of them. None: no claim has a date."""

    core: Interval | None
    items: list[Item] = field(default_factory=list)


def periods_of(dated: dict[Interval, list[Item]]) -> list[Period]:
    """Periods by finest date first; a coarser date joins the one period that it meets.

    A date that meets several periods (a month with two meetings) could be any of them, and stays a period of its own:
    nothing is guessed. Cores are apart, so that each date costs one search.
    """
    line = _Line()
    several = [interval for interval in sorted(dated, key=_finest_first) if not line.take(interval, dated[interval])]
    return [*line.periods, *(Period(interval, list(dated[interval])) for interval in several)]


class _Line:
    """Periods along the line of days, apart from each other."""

    def __init__(self) -> None:
        self.periods: list[Period] = []
        self._lasts: list[dt.date] = []

    def take(self, interval: Interval, items: list[Item]) -> bool:
        """Put claims of a date into the period that it meets, or into a new one; False when it meets several."""
        first, last = interval.first or dt.date.min, interval.last or dt.date.max
        at = bisect_left(self._lasts, first)
        met = [p for p in self.periods[at : at + 2] if p.core and (p.core.first or dt.date.min) <= last]
        if len(met) > 1:
            return False
        if met:
            core = met[0].core or interval
            shared = Interval(max(core.first or first, first), min(core.last or last, last))
            met[0].core, self._lasts[at] = shared, shared.last or last
            met[0].items.extend(items)
        else:
            self.periods.insert(at, Period(interval, list(items)))
            self._lasts.insert(at, last)
        return True


def _finest_first(interval: Interval) -> tuple[int, dt.date, dt.date]:
    return length(interval), interval.first or dt.date.min, interval.last or dt.date.max
