"""Dates of the tables: year, month and day in columns of their own; what is missing widens the date, with no guess."""

import datetime as dt
from typing import NamedTuple

from foedus.datasets.table import Row
from foedus.model import Interval


class Date(NamedTuple):
    """``text`` is EDTF: a day, a month or a year; ``first`` and ``last`` the days that it may be."""

    text: str
    first: dt.date
    last: dt.date


def date_of(row: Row, year: str, month: str, day: str) -> Date | None:
    """The date in three columns; None without a year (0 counts as none). Raises InputError for a day that is none."""
    y, m, d = (row.number(column) or None for column in (year, month, day))
    if y is None:
        return None
    text = f"{y:04}" if m is None else f"{y:04}-{m:02}" if d is None else f"{y:04}-{m:02}-{d:02}"
    try:
        days = Interval.parse(text)
    except ValueError as error:
        raise row.fault(f"{year}, {month}, {day}: there is no {text}", "mend the date") from error
    if days.first is None or days.last is None:  # pragma: no cover  (a date without a slash is closed)
        return None
    return Date(text, days.first, days.last)
