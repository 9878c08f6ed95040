"""Calendar arithmetic on closed intervals of days: weeks run from Monday, seasons are the meteorological ones."""

import calendar
import datetime as dt

from foedus.model import Interval

ONE = dt.timedelta(days=1)
SHORT = frozenset({"hour", "minute", "second"})
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def date(year: int, month: int, day: int) -> Interval | None:
    """The day, or None when the calendar has no such day."""
    try:
        return Interval.day(dt.date(year, month, day))
    except ValueError:
        return None


def month(year: int, number: int) -> Interval:
    """A whole month."""
    return Interval(dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1]))


def year(number: int) -> Interval:
    """A whole year."""
    return Interval(dt.date(number, 1, 1), dt.date(number, 12, 31))


def months(year_: int, number: int, count: int) -> Interval:
    """``count`` whole months from the given one on."""
    last = shift_months(dt.date(year_, number, 1), count - 1)
    return Interval(dt.date(year_, number, 1), month(last.year, last.month).last)


def shift_months(day: dt.date, count: int) -> dt.date:
    """The same day ``count`` months on, or the month's last. Raises ValueError past year 9999."""
    total = day.year * 12 + day.month - 1 + count
    year_, number = divmod(total, 12)
    return dt.date(year_, number + 1, min(day.day, calendar.monthrange(year_, number + 1)[1]))


def shift(day: dt.date, unit: str, count: int) -> dt.date:
    """The day ``count`` units on. Hours round up to days. Raises ValueError or OverflowError off the calendar."""
    if unit in ("month", "year", "decade", "century"):
        return shift_months(day, count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit])
    if unit in SHORT:
        hours = abs(count) / {"hour": 1, "minute": 60, "second": 3600}[unit]
        days = -(-hours // 24)
        return day + (ONE if count > 0 else -ONE) * int(days)
    return day + ONE * count * (7 if unit == "week" else 1)


def easter(year_: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, as Meeus prints it)."""
    a, b, c = year_ % 19, year_ // 100, year_ % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = c // 4, c % 4
    n = (32 + 2 * e + 2 * i - h - k) % 7
    total = h + n - 7 * ((a + 11 * h + 22 * n) // 451) + 114
    return dt.date(year_, total // 31, total % 31 + 1)


def feast(name: str, year_: int) -> Interval | None:
    """A yearly feast: a day ("12-25"), so many days from Easter ("easter+39"), or a weekday ("11-thu4": the fourth)."""
    if name.startswith("easter"):
        return Interval.day(easter(year_) + ONE * int(name[6:] or 0))
    number, _, day = name.partition("-")
    if day.isdecimal():
        return date(year_, int(number), int(day))
    first = dt.date(year_, int(number), 1)
    weekday = WEEKDAYS.index(day[:3])
    return Interval.day(first + ONE * ((weekday - first.weekday()) % 7 + 7 * (int(day[3:]) - 1)))


def weeks_of(whole: Interval) -> list[Interval]:
    """The calendar weeks of a month or year: those whose Thursday lies in it (ISO 8601)."""
    first, last = whole.first or dt.date.min, whole.last or dt.date.max
    thursday = first + ONE * ((3 - first.weekday()) % 7)
    out = []
    while thursday <= last:
        out.append(Interval(thursday - 3 * ONE, thursday + 3 * ONE))
        thursday += 7 * ONE
    return out


def unit_of(day: dt.date, unit: str) -> Interval:
    """The calendar unit that the day lies in."""
    if unit == "week":
        monday = day - ONE * day.weekday()
        return Interval(monday, monday + 6 * ONE)
    if unit == "month":
        return month(day.year, day.month)
    if unit == "year":
        return year(day.year)
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        first = day.year // size * size
        return Interval(dt.date(max(first, 1), 1, 1), dt.date(first + size - 1, 12, 31))
    return Interval.day(day)


def season(name: str, year_: int) -> Interval:
    """The season that begins in the year: winter 2024 runs to February 2025."""
    return months(year_, SEASONS[name], 3)


def part(whole: Interval, name: str) -> Interval | None:
    """A part of a calendar unit.

    Of a month: ``early`` days 1-10, ``mid`` 11-20, ``late`` 21-end. Of a year or a longer or shorter stretch: the first
    quarter, the middle half's core (third), the last quarter. ``half1`` and ``half2`` are its halves.
    """
    first, last = whole.first, whole.last
    if first is None or last is None:
        return None
    days = (last - first).days + 1
    if 28 <= days <= 31 and first.day == 1:
        cuts = {"early": (1, 10), "mid": (11, 20), "late": (21, days), "half1": (1, 15), "half2": (16, days)}
        a, b = cuts[name]
        return Interval(first.replace(day=a), first.replace(day=b))
    if first.day == 1 and last.day >= 28:
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        cuts = {
            "early": (0, max(1, count // 4)),
            "mid": (count // 3, count - count // 3),
            "late": (count - max(1, count // 4), count),
            "half1": (0, count // 2),
            "half2": (count // 2, count),
        }
        a, b = cuts[name]
        start = shift_months(first, a)
        return months(start.year, start.month, b - a)
    third = max(1, days // 3)
    cuts = {
        "early": (0, third),
        "mid": (third, days - third),
        "late": (days - third, days),
        "half1": (0, days // 2),
        "half2": (days // 2, days),
    }
    a, b = cuts[name]
    return Interval(first + ONE * a, first + ONE * (b - 1)) if b > a else whole
