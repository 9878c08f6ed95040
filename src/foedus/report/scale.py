"""Axes: days and numbers as percentages of a width."""

import datetime as dt
import math
from collections.abc import Iterable

import msgspec

from foedus.model import Interval
from foedus.report.wording import Wording

_EDGE = 4.0
"""Per cent left free at each end for open bounds."""


class Tick(msgspec.Struct, frozen=True):
    """A mark on an axis at ``x`` per cent; ``below`` is the year, where it changes."""

    x: float
    label: str
    below: str = ""


class Bar(msgspec.Struct, frozen=True):
    """From ``x`` over ``width`` per cent; an open end fades. A bar without width is a point."""

    x: float
    width: float
    open_left: bool = False
    open_right: bool = False

    @property
    def end(self) -> float:
        """Where it ends, in per cent."""
        return round(self.x + self.width, 2)


class Days(msgspec.Struct, frozen=True):
    """An axis of days from ``first`` to ``last``."""

    first: dt.date
    last: dt.date

    @classmethod
    def over(cls, intervals: Iterable[Interval]) -> "Days | None":
        """The axis that holds every established day; None when there is none."""
        ends = [day for i in intervals for day in (i.first, i.last) if day]
        if not ends:
            return None
        first, last = min(ends), max(ends)
        slack = dt.timedelta(days=max(0, 40 - (last - first).days) // 2)
        return cls(first - slack, last + slack)

    def at(self, day: dt.date) -> float:
        """Where a day lies, in per cent."""
        span = (self.last - self.first).days or 1
        return round(_EDGE + (100 - 2 * _EDGE) * (day - self.first).days / span, 2)

    def bar(self, interval: Interval) -> Bar:
        """The stretch of an interval; open ends run to the edge."""
        left = self.at(interval.first) if interval.first else 0.0
        right = self.at(interval.last) if interval.last else 100.0
        return Bar(left, round(right - left, 2), interval.first is None, interval.last is None)

    def ticks(self, words: Wording) -> tuple[Tick, ...]:
        """Years, or months where the axis is short: at most six."""
        days = (self.last - self.first).days
        months = next((m for m in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600) if days / (m * 30.44) <= 6), 1200)
        out: list[Tick] = []
        for count in range(self.first.year * 12, (self.last.year + 1) * 12, 1):
            if count % months:
                continue
            day = dt.date(count // 12, count % 12 + 1, 1)
            if self.first <= day <= self.last:
                name = words.months[day.month - 1][:3]
                year = "" if out and day.month > months else str(day.year)
                out.append(Tick(self.at(day), str(day.year)) if months >= 12 else Tick(self.at(day), name, year))
        return tuple(out)


class Numbers(msgspec.Struct, frozen=True):
    """An axis from zero to ``top``, or a logarithmic one from ``bottom`` where values lie far apart."""

    bottom: float
    top: float
    logarithmic: bool

    @classmethod
    def over(cls, values: Iterable[float]) -> "Numbers | None":
        """The axis for these values; logarithmic when the largest is over a hundred times the smallest above zero."""
        positive = sorted(v for v in values if v > 0 and math.isfinite(v))
        if not positive:
            return None
        low, high = positive[0], positive[-1]
        if high / low > 100:
            return cls(10 ** math.floor(math.log10(low)), 10 ** math.ceil(math.log10(high)), True)
        return cls(0, _round_up(high), False)

    def at(self, value: float) -> float:
        """Where a value lies, in per cent."""
        if self.logarithmic:
            share = math.log10(max(value, self.bottom) / self.bottom) / math.log10(self.top / self.bottom)
        else:
            share = max(value, 0) / self.top
        return round((100 - 3 * _EDGE) * min(share, 1.0) + _EDGE / 2, 2)

    def ticks(self) -> tuple[Tick, ...]:
        """Round values, at most six; every decade on a logarithmic axis of up to six."""
        if self.logarithmic:
            low, high = round(math.log10(self.bottom)), round(math.log10(self.top))
            values = [10.0**n for n in range(low, high + 1, max(1, math.ceil((high - low) / 5)))]
        else:
            step = _round_up(self.top / 4)
            values = [step * n for n in range(int(self.top / step + 1e-9) + 1)]
        return tuple(Tick(self.at(v), _short(v)) for v in values)


def _round_up(value: float) -> float:
    unit = 10.0 ** math.floor(math.log10(value))
    return next(m * unit for m in (1, 2, 2.5, 5, 10) if m * unit >= value * (1 - 1e-9))


def _short(value: float) -> str:
    for size, mark in ((1e9, " bn"), (1e6, " m")):
        if value >= size:
            return f"{value / size:g}{mark}"
    return f"{value:,g}" if value < 1 or value % 1 else f"{value:,.0f}"
