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
    "three days later" counts from another ``event`` of the text alone, or else from the ``anchor``.
    """

    steps: Literal["unit", "day"] = "unit"
    stretches: Literal["with", "beside", "units"] = "with"
    later: Literal["event", "anchor"] = "event"


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
