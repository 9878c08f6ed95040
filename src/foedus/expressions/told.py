"""What a reader of a time expression has to go by, and the days that it finds."""

import datetime as dt
from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from foedus.expressions.grammar import Value
from foedus.model import Interval

Direction = Literal["past", "future"]


class Habits(NamedTuple):
    """How a kind of text means its times. The default is news; the others are those of requests to an assistant.

    ``steps``: "two weeks ago" is the whole ``unit`` then, or the ``day`` counted back to. ``stretches``: "the last
    three months" run up to and ``with`` today, ``beside`` it, or in whole ``units`` beside the running one. ``later``:
    "three days later" counts from another ``event`` of the text alone, or else from the ``anchor``. ``weeks``: the
    first of a month are its first ``seven`` days, or the ``calendar`` week that has its first Thursday. ``weekdays``:
    "next Friday" is the ``nearest`` to come, or that of the next ``week``. ``talk``: also the forms that only requests
    need ("mon", "2-15", "may 3"). ``order``: of numeric dates, "" as the language has it.
    """

    steps: Literal["unit", "day"] = "unit"
    stretches: Literal["with", "beside", "units"] = "with"
    later: Literal["event", "anchor"] = "event"
    weeks: Literal["seven", "calendar"] = "seven"
    weekdays: Literal["nearest", "week"] = "nearest"
    talk: bool = False
    order: str = ""


NEWS: Final = Habits()


class Dated(NamedTuple):
    """The days, and how fine the wording is: day, month, year, week, season, decade or interval."""

    days: Interval
    granularity: str


class Told(NamedTuple):
    """What a reader has to go by."""

    fields: dict[str, Value]
    day: dt.date | None
    direction: Direction
    order: str
    before: Dated | None  # the last date told in the same sentence
    habits: Habits = NEWS


Reader = Callable[[Told], Dated | None]


def integer(told: Told, name: str) -> int | None:
    """The value of a slot as a whole number, None where it is absent or of another kind."""
    value = told.fields.get(name)
    return int(value) if isinstance(value, int | float) else None


def way_of(told: Told) -> str:
    """ "last", "next", "this" as the words say, else ""."""
    return next((w for w in ("last", "next", "this") if w in told.fields), "")


def nearest(told: Told, at: Callable[[int], Interval | None], span: int = 1) -> Interval | None:
    """The nearest of the yearly recurring ``at(year)`` in the direction that the words or the caller give."""
    if told.day is None:
        return None
    here, day, way = told.day.year, told.day, way_of(told)
    for rel, shift in (("rel_last", -1), ("rel_next", 1), ("rel_this", 0)):
        if rel in told.fields:
            return at(here + shift)
    if way == "this":
        winter = at(here - 1)
        return winter if winter and winter.meets(Interval.day(day)) else at(here)
    past = way == "last" or (not way and told.direction == "past")
    for step in range(9):
        found = at(here + span - step if past else here - span + step)
        if found is None or found.first is None or found.last is None:
            continue
        inside = found.first <= day <= found.last
        if (inside and not way) or (not inside and (found.last < day if past else found.first > day)):
            return found
    return None


def dated(interval: Interval | None, granularity: str) -> Dated | None:
    """The days with their granularity, None for none."""
    return Dated(interval, granularity) if interval else None


def month_number(told: Told) -> int | None:
    """The month named, from 1, None for none."""
    return next((integer(told, name) for name in ("month", "mon", "abbr", "sure", "m") if name in told.fields), None)


def weekday_number(told: Told) -> int | None:
    """The weekday named, Monday 0, None for none."""
    number = integer(told, "weekday")
    return number if number is not None else integer(told, "anyweekday")


def first_of(interval: Interval) -> dt.date:
    """The first day of an interval; the first of all days where it has none."""
    return interval.first or dt.date.min
