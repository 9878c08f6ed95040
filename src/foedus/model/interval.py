"""Closed day intervals with open ends, written in EDTF (ISO 8601-2) as far as news needs it."""

import calendar
import datetime as dt
import re
from functools import lru_cache

import msgspec

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class Interval(msgspec.Struct, frozen=True):
    """From ``first`` to ``last`` day, both included; None is an open end.

    ``2024-06`` is all of June, ``../2024-11-13`` until that day, ``2024-12-04/..`` from that day on.
    """

    first: dt.date | None
    last: dt.date | None

    @classmethod
    def parse(cls, text: str) -> "Interval":
        """Read an EDTF day, month, year or interval of them. Raises ValueError for anything else."""
        return cls(*_ends(text))

    @classmethod
    def day(cls, day: dt.date) -> "Interval":
        """The one day."""
        return cls(day, day)

    def __str__(self) -> str:
        """Shortest EDTF form: a whole month or year is written as such."""
        a, b = self.first, self.last
        if a is None or b is None:
            return f"{a.isoformat() if a else '..'}/{b.isoformat() if b else '..'}"
        if a == b:
            return a.isoformat()
        whole_months = a.day == 1 and b.day == calendar.monthrange(b.year, b.month)[1]
        if whole_months and (a.month, b.month) == (1, 12):
            return f"{a.year:04}" if a.year == b.year else f"{a.year:04}/{b.year:04}"
        if whole_months:
            one, two = f"{a.year:04}-{a.month:02}", f"{b.year:04}-{b.month:02}"
            return one if one == two else f"{one}/{two}"
        return f"{a.isoformat()}/{b.isoformat()}"

    def days(self) -> int | None:
        """Number of days, None when an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    def meets(self, other: "Interval") -> bool:
        """Do the two share a day?"""
        return (self.first or dt.date.min) <= (other.last or dt.date.max) and (
            (other.first or dt.date.min) <= (self.last or dt.date.max)
        )

    def within(self, other: "Interval") -> bool:
        """Does every day of this one lie in the other?"""
        return (other.first or dt.date.min) <= (self.first or dt.date.min) and (
            (self.last or dt.date.max) <= (other.last or dt.date.max)
        )


@lru_cache(maxsize=4096)
def _ends(text: str) -> tuple[dt.date | None, dt.date | None]:
    head, slash, tail = text.partition("/")
    first = None if head == ".." else _bounds(head)[0]
    last = None if slash and tail == ".." else _bounds(tail if slash else head)[1]
    if first is None and last is None:
        raise ValueError(f"an interval open at both ends: {text!r}")
    if first and last and first > last:
        raise ValueError(f"an interval that ends before it begins: {text!r}")
    return first, last


def _bounds(text: str) -> tuple[dt.date, dt.date]:
    found = _DAY.match(text)
    if not found:
        raise ValueError(f"not an EDTF day, month or year: {text!r}")
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if day:
        return dt.date(year, month, day), dt.date(year, month, day)
    if month:
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date(year, 1, 1), dt.date(year, 12, 31)
