"""What each rule of ``times.yaml`` means, as days.

Each reader takes the values of the slots, the day from which the writer speaks (None: unknown) and the direction, and
gives the days with their granularity; None where the words alone, or the calendar, do not tell.
Weeks begin on Monday. A bare month, day or weekday is the nearest one in the direction, the anchor's own included;
"last" and "next" exclude it. A few is two to six.
"""

import datetime as dt
from typing import Final

from foedus.expressions import days, occasions
from foedus.expressions.days import ONE
from foedus.expressions.told import (
    Dated,
    Reader,
    Told,
    dated,
    first_of,
    integer,
    month_number,
    nearest,
    way_of,
    weekday_number,
)
from foedus.model import Interval

FEW: Final = (2, 6)
_CENTURY_TURN: Final = 50  # two-digit years below it are of this century


def _date(told: Told) -> Dated | None:
    day, month, year = integer(told, "day"), month_number(told), integer(told, "year")
    if day is None or month is None:
        return None
    if year is not None:
        return dated(days.date(year, month, day), "day")
    if "yy" in told.fields:
        return dated(days.date(_full_year(told) or 0, month, day), "day")
    weekday = integer(told, "anyweekday")
    if weekday is None or told.day is None or way_of(told) or told.habits.talk:
        return dated(nearest(told, lambda y: days.date(y, month, day)), "day")
    here = told.day.year
    years = (here, here - 1, here + 1) if told.direction == "past" else (here, here + 1, here - 1)
    here_day = told.day
    fitting = [d for y in years if (d := days.date(y, month, day)) and first_of(d).weekday() == weekday]
    return dated(min(fitting, key=lambda d: abs(first_of(d) - here_day)) if fitting else None, "day")


def _dates(told: Told) -> Dated | None:
    day, day2, month = integer(told, "day"), integer(told, "day2"), month_number(told)
    if not day or not day2 or not month or day >= day2:
        return None

    def at(year: int) -> Interval | None:
        one, two = days.date(year, month or 1, day or 1), days.date(year, month or 1, day2 or 1)
        return Interval(one.first, two.last) if one and two else None

    year = integer(told, "year")
    return dated(at(year) if year else nearest(told, at), "interval")


def _day_of_unit(told: Told) -> Dated | None:
    """ "the 20th of next month"."""
    if told.day is None:
        return None
    month = days.shift_months(told.day.replace(day=1), {"last": -1, "next": 1}.get(way_of(told), 0))
    return dated(days.date(month.year, month.month, integer(told, "day") or 0), "day")


def _numeric(told: Told) -> Dated | None:
    a, b = integer(told, "d1") or 0, integer(told, "d2") or 0
    if told.order == "either" and a <= 12 and b <= 12 and a != b:
        return None
    day, month = (b, a) if told.order == "mdy" or (told.order == "either" and a <= 12) else (a, b)
    if month > 12:
        day, month = month, day
    year = _full_year(told)
    if not 1 <= month <= 12:
        return None
    return dated(days.date(year, month, day) if year else nearest(told, lambda y: days.date(y, month, day)), "day")


def _full_year(told: Told) -> int | None:
    year, short = integer(told, "year"), integer(told, "yy")
    if year is None and short is not None:
        return short + (2000 if short < _CENTURY_TURN else 1900)
    return year


def _iso(told: Told) -> Dated | None:
    return dated(days.date(integer(told, "year") or 0, integer(told, "m2") or 0, integer(told, "dd") or 0), "day")


def _month(told: Told) -> Dated | None:
    number, year = month_number(told), integer(told, "year")
    if number is None:
        return None
    return dated(days.month(year, number) if year else nearest(told, lambda y: days.month(y, number)), "month")


def _daynum(told: Told) -> Dated | None:
    """ "il 16": of the month last told in the sentence, else the nearest 16th; a weekday must agree."""
    number, weekday = integer(told, "day") or 0, integer(told, "anyweekday")
    if weekday is None and told.before and told.before.granularity in ("day", "month", "interval"):
        base = first_of(told.before.days)
        return dated(days.date(base.year, base.month, number), "day")
    if told.day is None or "same" in told.fields:
        return None
    if weekday is not None and not way_of(told):
        return _fitting(told.day, number, weekday)
    past = way_of(told) == "last" or (way_of(told) != "next" and told.direction == "past")
    for step in range(13):
        month = days.shift_months(told.day.replace(day=1), -step if past else step)
        found = days.date(month.year, month.month, number)
        if found and (first_of(found) <= told.day if past else first_of(found) >= told.day):
            return Dated(found, "day")
    return None


def _fitting(day: dt.date, number: int, weekday: int) -> Dated | None:
    """ "Friday 15": the nearest 15th that is a Friday, within three months."""
    months = [days.shift_months(day.replace(day=1), step) for step in range(-3, 4)]
    dates = [first_of(d) for m in months if (d := days.date(m.year, m.month, number))]
    found = [d for d in dates if d.weekday() == weekday]
    return Dated(Interval.day(min(found, key=lambda d: abs(d - day))), "day") if found else None


def _weekday(told: Told) -> Dated | None:
    number = weekday_number(told)
    if number is None or told.day is None:
        return None
    way, back = way_of(told), (told.day.weekday() - number) % 7
    if told.habits.weekdays == "week" and way:
        monday = told.day - ONE * told.day.weekday() + ONE * 7 * {"last": -1, "next": 1}.get(way, 0)
        return Dated(Interval.day(monday + ONE * number), "day")
    if way == "this":
        return dated(Interval.day(told.day - ONE * (told.day.weekday() - number)), "day")
    if way == "last" or (not way and (told.direction == "past" or "latest" in told.fields)):
        return Dated(Interval.day(told.day - ONE * (back or (7 if way else 0))), "day")
    return Dated(Interval.day(told.day + ONE * (7 - back)), "day")


def _weekday_of_week(told: Told) -> Dated | None:
    number = weekday_number(told)
    if number is None or told.day is None:
        return None
    monday = told.day + ONE * (7 * {"last": -1, "next": 1}.get(way_of(told), 0) - told.day.weekday() + number)
    return Dated(Interval.day(monday), "day")


def _weekend(told: Told) -> Dated | None:
    if told.day is None:
        return None
    way, saturday = way_of(told), told.day + ONE * (5 - told.day.weekday())
    if way == "last" or (not way and told.direction == "past" and saturday > told.day):
        saturday -= 7 * ONE
    elif way == "next" and told.day.weekday() >= 5:
        saturday += 7 * ONE
    return Dated(Interval(saturday, saturday + ONE), "interval")


def _year(told: Told) -> Dated | None:
    year = integer(told, "year")
    return Dated(days.year(year), "year") if year else None


def _years(told: Told) -> Dated | None:
    first, last, short = integer(told, "year"), integer(told, "year2"), integer(told, "yy")
    if first and not last and short is not None:
        last = first // 100 * 100 + short
    if not first or not last or last <= first:
        return None
    return Dated(Interval(days.year(first).first, days.year(last).last), "interval")


def _decade(told: Told) -> Dated | None:
    first = integer(told, "year")
    tens = integer(told, "decade") if integer(told, "decade") is not None else integer(told, "yy")
    if first is None and tens is not None:
        first = (1900 if tens >= 20 else 2000) + tens
    if first is None or first % 10:
        return None
    return Dated(Interval(days.year(first).first, days.year(first + 9).last), "decade")


def _season(told: Told) -> Dated | None:
    name, year = str(told.fields["season"]), integer(told, "year")
    if year:
        return Dated(days.season(name, year), "season")
    return dated(nearest(told, lambda y: days.season(name, y)), "season")


def _span(told: Told) -> Dated | None:
    size, rank, year = integer(told, "span") or 3, integer(told, "nth"), integer(told, "year")
    count = 12 // size
    if rank is None and "nth_last" not in told.fields:
        if told.day is None:
            return None
        index = told.day.year * count + (told.day.month - 1) // size + {"last": -1, "next": 1}.get(way_of(told), 0)
        return Dated(days.months(index // count, index % count * size + 1, size), "interval")
    rank = rank or count
    if not 1 <= rank <= count:
        return None
    first = (rank - 1) * size + 1
    found = days.months(year, first, size) if year else nearest(told, lambda y: days.months(y, first, size))
    return dated(found, "interval")


def _deictic(told: Told) -> Dated | None:
    offset = integer(told, "deictic")
    return Dated(Interval.day(told.day + ONE * (offset or 0)), "day") if told.day else None


def _now(told: Told) -> Dated | None:
    return Dated(Interval.day(told.day), "day") if told.day else None


def _so_far(told: Told) -> Dated | None:
    return Dated(Interval(None, told.day), "day") if told.day else None


def _unit(told: Told) -> Dated | None:
    unit = str(told.fields["unit"])
    if told.day is None or unit in days.SHORT:
        return None
    step = {"last": -1, "next": 1}.get(way_of(told), 0)
    if unit == "day" and step and not told.habits.talk:
        return None  # "the last day" is that of something told elsewhere
    return Dated(days.unit_of(days.shift(told.day, unit, step), unit), unit)


def _counted(told: Told, name: str = "n") -> tuple[int, int] | None:
    """The least and the most that "three", "a few" or a bare plural may be."""
    value = told.fields.get(name)
    if value is None:
        return None if "units" not in told.fields else FEW
    if isinstance(value, str):
        return FEW
    return (int(value), int(value)) if value == int(value) else None


def _unit_name(told: Told) -> str:
    return str(next((told.fields[k] for k in ("unit", "units", "anyunit") if k in told.fields), "day"))


def _stretch(told: Told) -> Dated | None:
    """ "the last three months": from that long ago until the writer's day; "the next …" likewise."""
    if told.day is None:
        return None
    unit, count = _unit_name(told), _counted(told) or (1, 1)
    if unit == "day" and "unit" in told.fields and not told.habits.talk:
        return None  # "the last day" is that of something told elsewhere
    many = count[1]
    if told.habits.stretches != "with" and count == FEW:
        many = 3
    if told.habits.stretches == "units":
        return Dated(_whole_units(told.day, unit, many if "next" in told.fields else -many), "interval")
    beside = ONE if told.habits.stretches == "beside" else 0 * ONE
    if "next" in told.fields:
        return Dated(Interval(told.day + beside, days.shift(told.day, unit, many)), "interval")
    return Dated(Interval(days.shift(told.day, unit, -many), told.day - beside), "interval")


def _whole_units(day: dt.date, unit: str, count: int) -> Interval:
    """So many whole calendar units after (before, below zero) the one that the day lies in."""
    unit = "day" if unit in days.SHORT else unit
    one, other = sorted((days.shift(day, unit, count // abs(count)), days.shift(day, unit, count)))
    return Interval(days.unit_of(one, unit).first, days.unit_of(other, unit).last)


def _moved(told: Told, sign: int) -> Dated | None:
    count, unit = _counted(told), _unit_name(told)
    if told.day is None or count is None:
        return None
    day = told.day
    if "half" in told.fields:
        if unit != "year" or count[0] != count[1]:
            return None
        unit, count = "month", (12 * count[0] + 6, 12 * count[0] + 6)
    for which in ("2", "3"):
        if "anyunit" + which in told.fields:
            more = _counted(told, "n" + which)
            if more is None or more[0] != more[1]:
                return None
            day = days.shift(day, unit, sign * count[0])
            unit, count = str(told.fields["anyunit" + which]), more
    if told.habits.steps == "day" and count == FEW:
        count = (3, 3)
    fine = "day" if unit in days.SHORT or told.habits.steps == "day" else unit
    ends = sorted((days.shift(day, unit, sign * count[0]), days.shift(day, unit, sign * count[1])))
    first, last = days.unit_of(ends[0], fine), days.unit_of(ends[1], fine)
    return Dated(Interval(first.first, last.last), fine if count[0] == count[1] else "interval")


def _ago(told: Told) -> Dated | None:
    return _moved(told, -1)


def _ahead(told: Told) -> Dated | None:
    return _moved(told, 1)


def _for_since(told: Told) -> Dated | None:
    return None if _counted(told) == FEW else _moved(told, -1)


def _offset(told: Told) -> Dated | None:
    """ "three days later": from the last date told in the sentence, when that is fine enough to count from."""
    base, unit = told.before, _unit_name(told)
    if base is None and told.habits.later == "anchor" and told.day:
        base = Dated(Interval.day(told.day), "day")
    if base is None or base.days.first is None or (base.days.days() != 1 and unit != base.granularity):
        return None
    count = _counted(told) or (1, 1)
    sign = -1 if "earlier" in told.fields else 1
    if count[0] != count[1] or unit in days.SHORT or "half" in told.fields:
        return None
    return Dated(days.unit_of(days.shift(base.days.first, unit, sign * count[0]), unit), unit)


READERS: Final[dict[str, Reader]] = {
    "date": _date,
    "dates": _dates,
    "pair": _dates,
    "nth": occasions.nth,
    "feast": occasions.feast,
    "week_of": occasions.week_of,
    "rest": occasions.rest,
    "after_next": occasions.after_next,
    "days": occasions.days_of_month,
    "beside": occasions.beside,
    "weeks_on": occasions.weeks_on,
    "half_month": occasions.half_month,
    "side": occasions.side,
    "month_beside": occasions.month_beside,
    "quarter": occasions.quarter,
    "century": occasions.century,
    "day_of_unit": _day_of_unit,
    "numeric": _numeric,
    "iso": _iso,
    "month": _month,
    "month_of": _month,
    "daynum": _daynum,
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "weekend": _weekend,
    "year": _year,
    "years": _years,
    "decade": _decade,
    "season": _season,
    "span": _span,
    "deictic": _deictic,
    "now": _now,
    "so_far": _so_far,
    "unit": _unit,
    "unit_bare": _unit,
    "stretch": _stretch,
    "ago": _ago,
    "ahead": _ahead,
    "for_since": _for_since,
    "offset": _offset,
}


def resolve(rule: str, told: Told) -> Dated | None:
    """The days that a core tells, or None. Dates outside of the calendar count as untold."""
    reader = READERS.get(rule)
    try:
        return reader(told) if reader else None
    except (ValueError, OverflowError):
        return None
