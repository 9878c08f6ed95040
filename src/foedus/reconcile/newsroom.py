"""Newsroom customs: news is told at once, and a weekday without a date is the day of the news or the day before."""

import datetime as dt
from collections.abc import Sequence
from typing import Final, NamedTuple

from foedus.expressions.times import find_times
from foedus.model import Claim, Interval, Reading
from foedus.reconcile.anniversaries import moved, recalled
from foedus.reconcile.bounds import told_days
from foedus.reconcile.clues import Clue, in_lead, is_ahead, lead_of, opening, subject
from foedus.reconcile.items import heading
from foedus.reconcile.known import Knowledge, Known
from foedus.reconcile.stretches import Stretches, shared, stretches_of

_WEEK: Final = dt.timedelta(days=6)
_DAY: Final = dt.timedelta(days=1)
_MONDAY: Final = dt.date(2024, 1, 1)  # any
_NEWS: Final = 0.3  # decides where no time does, and narrows nothing that a time gives
_NEAR: Final = 3  # days
_FRIDAY: Final = 4
_WEEKEND_ON: Final = (5, 6, 0)
_SENTENCES: Final = 3
_OPENING: Final = 2  # sentences
_YEARLESS: Final = 0.4  # more than what narrows nothing
_MONTH: Final = dt.timedelta(days=30)
_SOON: Final = ("day", "week")
"""Units of "in ten days", which may tell when an act will be."""


class Custom(NamedTuple):
    """The weekday of the news as written, and its number (Monday 0)."""

    text: str
    weekday: int

    def may_be(self, day: dt.date) -> bool:
        """Is it that weekday or the day after, on a weekend up to Monday?"""
        ahead = (day.weekday() - self.weekday) % 7
        return ahead <= 1 or (self.weekday >= _FRIDAY and day.weekday() in _WEEKEND_ON and ahead <= _NEAR)

    def days(self, whole: Interval) -> Stretches:
        """The days of publication in an interval: that weekday and the day after."""
        first, last = whole.first, whole.last
        if first is None or last is None:
            return ()
        every = (first + n * _DAY for n in range((last - first).days + 1))
        return stretches_of(d for d in every if self.may_be(d))


def custom(reading: Reading) -> Custom | None:
    """The first weekday told, where the article is of that day or the next working day.

    That holds where the opening names it without a date, another of the one to three days before it is named, none
    that may be later, and no "yesterday": in all 22 such articles of the corpus. Without these conditions it holds in
    four of five, for weeklies and opinion look further back.
    """
    language, first = reading.article.language, opening(reading, _SENTENCES)
    if language is None or not first:
        return None
    days = _weekdays(reading, language)
    if not days or days[0][0] > first[-1].end or any(number is None for _, _, number in days):
        return None
    _, text, number = days[0]
    before = {(number - other) % 7 for _, _, other in days if number is not None and other is not None} - {0}
    return Custom(text, number) if number is not None and before and max(before) <= _NEAR else None


def headlined(reading: Reading, known: Knowledge) -> list[Clue]:
    """What the headline or the opening tells as done without a day is told within the week.

    Not where the article dates the same act with its year: nobody does so with news.
    """
    end, found = lead_of(reading), dict[str, Clue]()
    dated = {day for day, _ in told_days(reading)}
    for claim in reading.claims:
        done = claim.modality == "asserted" and claim.polarity == "positive" and not is_ahead(claim)
        if not done or claim.when is not None or not in_lead(claim, end) or _counted(claim, reading):
            continue
        fits = [(k, _week(k)) for k in moved((k for k in known.of(claim) if k.done), recalled(claim, reading))]
        old = any(k.days.first and k.days.last and k.days.first <= d <= k.days.last for k, _ in fits for d in dated)
        if fits and not old:
            found.setdefault(subject(claim), Clue(f"{subject(claim)} is the news", tuple(fits), _NEWS))
    return list(found.values())


def yearless(reading: Reading, clues: Sequence[Clue]) -> list[Clue]:
    """A day and month without a year in the opening is told within the month: later on, people give the year.

    It rests on the same known days as the time itself, and speaks for the first of the days that this allows.
    """
    language, spans = reading.article.language or "", opening(reading, _OPENING)
    text, found = reading.article.text, list[Clue]()
    times = [t for s in spans for t in find_times(text, language, None, s.start, s.end)]
    bare = {t.when.text for t in times if t.rule == "date" and t.when.interval is None}
    for clue in clues:
        fits = tuple((k, _month(k, runs)) for k, runs in clue.fits if k and k.act) if clue.text in bare else ()
        if fits:
            found.append(Clue(f"{clue.text!r} is told in the opening without its year", fits, _YEARLESS))
    return found


def _month(known: Known, runs: Stretches) -> Stretches:
    first, last = known.days.first, known.days.last
    near = (Interval(first, last + min(_MONTH, dt.date.max - last)),) if first and last else ()
    return shared(runs, near)


def _counted(claim: Claim, reading: Reading) -> bool:
    """Does its sentence tell a time counted from an event or from today, so that the claim may be of another day?"""
    text, at = reading.article.text, claim.evidence.start
    held = next((s for s in reading.sentences if s.start <= at < s.end), None)
    if held is None or heading(claim):
        return False
    times = find_times(text, reading.article.language or "", None, held.start, held.end)
    return any(
        t.step or t.rule == "ahead" or (t.kind == "duration" and t.unit in _SOON and t.core != t.span) for t in times
    )


def _week(known: Known) -> Stretches:
    first, last = known.days.first, known.days.last
    return (Interval(first, last + min(_WEEK, dt.date.max - last)),) if first and last else ()


def _weekdays(reading: Reading, language: str) -> list[tuple[int, str, int | None]]:
    """Place, words and number of each weekday without a date in the body; None for a "yesterday"."""
    text, found = reading.article.text, list[tuple[int, str, int | None]]()
    for part in reading.article.parts:
        if part.kind != "body":
            continue
        for time in find_times(text, language, Interval.day(_MONDAY), part.span.start, part.span.end):
            days = time.when.days()
            if days is None or days.first is None or days.first != days.last:
                continue
            if time.rule == "weekday" and not any(c.isdigit() for c in time.when.text):
                found.append((time.span.start, time.when.text, days.first.weekday()))
            elif time.rule == "deictic" and days.first == _MONDAY - _DAY:
                found.append((time.span.start, time.when.text, None))
    return found
