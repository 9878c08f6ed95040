"""Clock times with their days, for texts that need them: requests, live blogs, timetables.

The reader of news dates by days (``find_times``). This reading joins a clock time, or a part of the day, to the day
beside it.
"""

import datetime as dt
import re
from functools import cache
from typing import Final, NamedTuple

import msgspec

from foedus.expressions.clock import HOUR, Clock, clocks
from foedus.expressions.fold import either, fold
from foedus.expressions.grammar import ClockForm, grammar
from foedus.expressions.times import TimeMention, find_times
from foedus.expressions.told import NEWS, Direction, Habits
from foedus.model import Interval, Span, When

_GLUE: Final = re.compile(r"\s*,?\s*")
_MASK: Final = "\x00"


class Moment(NamedTuple):
    """``time`` is a time expression without clock, or the day of this one; None for a clock time without day.

    ``first`` and ``last`` are seconds of the day, ``last`` None for a point; ``inner`` is where a clock time begins
    without its preposition.
    """

    span: Span
    time: TimeMention | None
    first: int | None = None
    last: int | None = None
    inner: int | None = None


class _Part(NamedTuple):
    start: int
    end: int
    first: int
    last: int


def find_moments(
    text: str, language: str, now: dt.datetime, direction: Direction = "past", habits: Habits = NEWS
) -> tuple[Moment, ...]:
    """The times of a text with clock times and parts of the day. Raises PackError for a language without times."""
    low, form = fold(text), grammar(language).clock
    told = clocks(low, language)
    masked = text
    for clock in told:
        masked = masked[: clock.start] + _MASK * (clock.end - clock.start) + masked[clock.end :]
    times = find_times(masked, language, Interval.day(now.date()), direction=direction, habits=habits)
    if form is None:
        return tuple(Moment(t.span, t) for t in times)
    pieces: list[Moment] = [_dated(low, t, form, now) for t in times]
    pieces += [Moment(Span(c.start, c.end), None, c.first, c.last, c.inner) for c in told]
    taken = [p.span for p in pieces]
    pieces += [
        Moment(Span(p.start, p.end), None, p.first, p.last)
        for p in _parts(low, form)
        if not any(s.start < p.end and p.start < s.end for s in taken)
    ]
    return tuple(_joined(sorted(pieces, key=lambda m: m.span.start), low, told, form))


def _dated(low: str, time: TimeMention, form: ClockForm, now: dt.datetime) -> Moment:
    """A time expression; with hours where it names a part of the day, or counts in hours and minutes from now."""
    said = low[time.span.start : time.span.end]
    part = _part_in(said, form)
    if part and time.kind == "point":
        alone = _alone(form).fullmatch(said)
        return Moment(time.span, None if alone else time, part.first, part.last)
    return _instant(time, now) or Moment(time.span, time)


def _instant(time: TimeMention, now: dt.datetime) -> Moment | None:
    """ "now", "in five minutes", "an hour ago", "the next hour", "at the end of tomorrow": to the second."""
    seconds = now.hour * HOUR + now.minute * 60 + now.second
    if time.rule == "now":
        return Moment(time.span, time, seconds)
    days = time.when.days()
    if time.part == "late" and days and days.first == days.last:
        return Moment(time.span, time, 24 * HOUR - 1)
    size = {"hour": HOUR, "minute": 60, "second": 1}.get(time.unit)
    if size is None or time.count is None:
        return None
    if time.rule in ("ago", "ahead"):
        then = now + dt.timedelta(seconds=size * time.count * (1 if time.rule == "ahead" else -1))
        when = When(then.date().isoformat(), "day", time.when.text)
        later = then.hour * HOUR + then.minute * 60 + then.second
        return Moment(time.span, msgspec.structs.replace(time, when=when), later)
    if time.rule == "unit" and time.unit == "hour":
        when = When(now.date().isoformat(), "day", time.when.text)
        return Moment(time.span, msgspec.structs.replace(time, when=when), seconds, seconds + HOUR)
    return None


def _part_in(said: str, form: ClockForm) -> _Part | None:
    """The part of the day that an expression ends with."""
    for part in form.parts.values():
        if found := re.search(f"(?<!\\w)(?:{either(part.words)})\\Z", said):
            return _Part(found.start(), found.end(), part.first * HOUR, part.last * HOUR)
    return None


@cache
def _part_words(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _alone(form: ClockForm) -> re.Pattern[str]:
    words = "|".join(either(p.words) for p in form.parts.values())
    return _part_words(f"(?:(?:{either(form.before_part)})\\s)(?:{words})")


def _parts(low: str, form: ClockForm) -> list[_Part]:
    """Parts of the day that no date names: "in mattinata"."""
    words = re.finditer(f"(?<!\\w)(?:{_alone(form).pattern})(?!\\w)", low)
    return [_Part(m.start(), m.end(), p.first, p.last) for m in words if (p := _part_in(m[0], form))]


def _joined(row: list[Moment], low: str, told: tuple[Clock, ...], form: ClockForm) -> list[Moment]:
    out: list[Moment] = []
    starts = {c.start for c in told}
    for moment in row:
        before = out[-1] if out else None
        gap = low[before.span.end : moment.span.start] if before else ""
        if before and _GLUE.fullmatch(gap) and (one := _join(before, moment, starts)):
            out[-1] = one
        else:
            out.append(moment)
    return out


def _join(one: Moment, two: Moment, starts: set[int]) -> Moment | None:
    """A day with a clock time, in either order, or a part of the day with one; None where they stay apart."""
    span = Span(one.span.start, two.span.end)
    clock, other = (two, one) if two.span.start in starts else (one, two)
    if clock.span.start not in starts or other.span.start in starts or clock.first is None:
        return None
    if other.time and not (
        other.time.kind == "set" or (other.time.kind == "point" and other.time.when.granularity == "day")
    ):
        return None
    if other.time is None and other.first is None:
        return None
    late = other.first is not None and other.first >= 12 * HOUR and clock.first < 12 * HOUR
    shift = 12 * HOUR if late else 0
    last = clock.last + shift if clock.last is not None else None
    return Moment(span, other.time, clock.first + shift, last, clock.inner if clock is one else _core(one))


def _core(moment: Moment) -> int | None:
    return moment.time.core.start if moment.time and moment.time.core else None
