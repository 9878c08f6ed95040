"""Days told by their place in the calendar: the second Sunday of May, Christmas, the week of the 6th, the day after."""

import datetime as dt

from foedus.expressions import days
from foedus.expressions.days import ONE
from foedus.expressions.told import Dated, Told, dated, first_of, integer, month_number, nearest, way_of
from foedus.model import Interval


def nth(told: Told) -> Dated | None:
    """ "the first Friday of July", "the last week of 2016", "the second Sunday" of this month or another."""
    unit, weekday = told.fields.get("unit"), integer(told, "weekday")
    if weekday is None and unit not in ("day", "week", "weekend"):
        return None
    number, year = month_number(told), integer(told, "year")

    def at(here: int) -> Interval | None:
        return _in(days.month(here, number) if number else days.year(here), told)

    if number or year:
        found = at(year) if year else nearest(told, at)
    elif told.day is None:
        return None
    else:
        size = "year" if told.fields.keys() & {"rel_last", "rel_next", "rel_this"} else "month"
        way = way_of(told) or next((w for w in ("last", "next") if f"rel_{w}" in told.fields), "")
        step = {"last": -1, "next": 1}.get(way, 0)
        found = _in(days.unit_of(days.shift(told.day.replace(day=1), size, step), size), told)
    return dated(found, "week" if unit == "week" else "interval" if unit == "weekend" else "day")


def _in(whole: Interval, told: Told) -> Interval | None:
    """The day, week or weekday of that rank within a month or year; a missing rank is the last."""
    unit, weekday, rank = told.fields.get("unit"), integer(told, "weekday"), integer(told, "nth")
    back = 1
    if rank and "nth_last" in told.fields:
        back, rank = rank, None  # the third last
    first, last = first_of(whole), whole.last or dt.date.max
    long = (whole.days() or 0) > 31
    if weekday is None and unit == "week" and (long or told.habits.weeks == "calendar"):
        weeks = days.weeks_of(whole)
        at = rank - 1 if rank else -back
        return weeks[at] if -len(weeks) <= at < len(weeks) else None
    if weekday is None:
        step = 7 if unit == "week" else 1
        start = first + ONE * step * (rank - 1) if rank else last - ONE * (step * back - 1)
        return Interval(start, start + ONE * (step - 1)) if start + ONE * (step - 1) <= last else None
    start = first + ONE * ((weekday - first.weekday()) % 7)
    day = start + ONE * 7 * (rank - 1) if rank else last - ONE * ((last.weekday() - weekday) % 7 + 7 * (back - 1))
    return Interval.day(day) if first <= day <= last else None


def feast(told: Told) -> Dated | None:
    """A feast or its eve, of the year told or the nearest."""
    name, year = str(told.fields.get("feast") or told.fields["local"]), integer(told, "year")
    back = ONE if "eve" in told.fields else 0 * ONE

    def at(here: int) -> Interval | None:
        found = days.feast(name, here)
        return Interval.day(first_of(found) - back) if found else None

    return dated(at(year) if year else nearest(told, at), "day")


def week_of(told: Told) -> Dated | None:
    """ "the week of 6 October": the calendar week that the day lies in."""
    day, number, year = integer(told, "day"), month_number(told), integer(told, "year")
    if day is None or number is None:
        return None
    found = days.date(year, number, day) if year else nearest(told, lambda here: days.date(here, number, day))
    return Dated(days.unit_of(first_of(found), "week"), "week") if found else None


def rest(told: Told) -> Dated | None:
    """ "the rest of the week": from the writer's day on."""
    if told.day is None:
        return None
    return Dated(Interval(told.day, days.unit_of(told.day, str(told.fields["unit"])).last), "interval")


def after_next(told: Told) -> Dated | None:
    """ "the week after next", "Friday after next"."""
    if told.day is None:
        return None
    if (weekday := integer(told, "weekday")) is not None:
        ahead = (weekday - told.day.weekday()) % 7 or 7
        return Dated(Interval.day(told.day + ONE * (ahead + 7)), "day")
    if (number := month_number(told)) is not None:
        found = nearest(told._replace(direction="future"), lambda here: days.month(here, number))
        return dated(days.month(first_of(found).year + 1, number) if found else None, "month")
    unit = str(told.fields["unit"])
    if unit == "weekend":
        saturday = told.day + ONE * (5 - told.day.weekday()) + 14 * ONE
        return Dated(Interval(saturday, saturday + ONE), "interval")
    return Dated(days.unit_of(days.shift(told.day, unit, 2), unit), unit)


def days_of_month(told: Told) -> Dated | None:
    """ "from the 3rd to the 5th", of the month told before, of this one or another."""
    one, two = integer(told, "day") or 0, integer(told, "day2") or 0
    if told.before and told.before.granularity in ("day", "month", "interval") and not way_of(told):
        base = first_of(told.before.days)
        return dated(_span(base.year, base.month, one, two), "interval")
    if told.day is None:
        return None
    month = told.day.replace(day=1)
    if way := way_of(told):
        month = days.shift_months(month, {"last": -1, "next": 1}.get(way, 0))
        return dated(_span(month.year, month.month, one, two), "interval")
    past = told.direction == "past"
    for step in range(13):
        here = days.shift_months(month, -step if past else step)
        found = _span(here.year, here.month, one, two)
        if found and found.first and (found.first <= told.day if past else found.first >= told.day):
            return Dated(found, "interval")
    return None


def _span(year: int, month: int, one: int, two: int) -> Interval | None:
    first, last = days.date(year, month, one), days.date(year, month, two)
    return Interval(first.first, last.last) if first and last and one < two else None


def beside(told: Told) -> Dated | None:
    """ "the day after 13 February", "the week before Christmas": a unit beside a day that is named."""
    if "feast" in told.fields:
        base = feast(told._replace(fields={k: v for k, v in told.fields.items() if k != "eve"}))
    elif "deictic" in told.fields:
        base = Dated(Interval.day(told.day + ONE * (integer(told, "deictic") or 0)), "day") if told.day else None
    else:
        day, number, year = integer(told, "day") or 0, month_number(told), integer(told, "year")
        if number is None:
            return None
        found = days.date(year, number, day) if year else nearest(told, lambda here: days.date(here, number, day))
        base = dated(found, "day")
    if base is None or base.days.first is None:
        return None
    sign = -1 if "earlier" in told.fields else 1
    name = next((str(told.fields[k]) for k in ("anyunit", "unit", "units") if k in told.fields), "day")
    count = told.fields.get("n", 1)
    if (weekday := integer(told, "weekday")) is not None:
        ahead = (weekday - base.days.first.weekday()) % 7 or 7
        return Dated(Interval.day(base.days.first + ONE * (ahead + 7 * ((integer(told, "nth") or 1) - 1))), "day")
    if not isinstance(count, int) or name in days.SHORT:
        return None
    fine = "day" if "n" in told.fields and told.habits.steps == "day" else name
    return Dated(days.unit_of(days.shift(base.days.first, name, sign * count), fine), fine)


def weeks_on(told: Told) -> Dated | None:
    """ "lundi en huit", "three Fridays from now", "two Thursdays ago": that weekday, so many weeks off."""
    weekday = integer(told, "weekday") if "weekday" in told.fields else integer(told, "weekdays")
    if told.day is None or weekday is None:
        return None
    count = told.fields.get("n", 1)
    if not isinstance(count, int):
        return None
    if "earlier" in told.fields:
        return Dated(
            Interval.day(told.day - ONE * ((told.day.weekday() - weekday) % 7 or 7) - ONE * 7 * (count - 1)), "day"
        )
    ahead = (weekday - told.day.weekday()) % 7
    if "fortnight" in told.fields:
        return Dated(Interval.day(told.day + ONE * (ahead + 14)), "day")
    if "week_on" in told.fields:
        return Dated(Interval.day(told.day + ONE * (ahead + 7)), "day")
    return Dated(Interval.day(told.day + ONE * ((ahead or 7) + 7 * (count - 1))), "day")


def half_month(told: Told) -> Dated | None:
    """ "la première quinzaine d'avril": until the 15th, or from it on."""
    number, year, second = month_number(told), integer(told, "year"), integer(told, "nth") != 1
    if number is None:
        return None
    whole = days.month(year, number) if year else nearest(told, lambda here: days.month(here, number))
    if whole is None or whole.first is None:
        return None
    middle = whole.first.replace(day=15)
    return Dated(Interval(middle + ONE, whole.last) if second else Interval(whole.first, middle), "interval")


def side(told: Told) -> Dated | None:
    """ "earlier this month", "later this year": up to the writer's day, or from it on."""
    if told.day is None:
        return None
    whole = days.unit_of(told.day, str(told.fields["unit"]))
    if "later" in told.fields:
        return Dated(Interval(told.day, whole.last), "interval")
    return Dated(Interval(whole.first, told.day), "interval")


def quarter(told: Told) -> Dated | None:
    """ "Q3 2024", "H1": quarters and halves of a year."""
    said, year = str(told.fields["quarter"]), integer(told, "year")
    size = 3 if said[0] == "q" else 6
    first = (int(said[1]) - 1) * size + 1
    found = days.months(year, first, size) if year else nearest(told, lambda here: days.months(here, first, size))
    return dated(found, "interval")


def century(told: Told) -> Dated | None:
    """ "the 19th century", "il XX secolo": a hundred years, told from those that begin with the same figures."""
    rank = integer(told, "nth") or integer(told, "rank") or _roman(str(told.fields.get("roman", "")))
    if not rank or not 1 < rank < 23:
        return None
    return Dated(Interval(days.year(rank * 100 - 100).first, days.year(rank * 100 - 1).last), "century")


def _roman(said: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}.get(c, 0) for c in said]
    return sum(-v if any(w > v for w in values[n + 1 : n + 2]) else v for n, v in enumerate(values))


def month_beside(told: Told) -> Dated | None:
    """ "In February of the following year": counted from the year of the last date told in the sentence."""
    number, day = month_number(told), integer(told, "day")
    if number is None or told.before is None or told.before.days.first is None:
        return None
    year = told.before.days.first.year + (-1 if "earlier" in told.fields else 1)
    return dated(days.date(year, number, day), "day") if day else Dated(days.month(year, number), "month")
