"""Counted: news that the opening tells by its distance from a known act ("twelve days after the signing")."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from foedus.expressions import days
from foedus.expressions.times import TimeMention, find_times
from foedus.model import LIFE_CYCLE, Claim, Interval, Reading, Span
from foedus.reconcile.clues import Clue, opening, subject
from foedus.reconcile.known import Knowledge, Known
from foedus.reconcile.stretches import Stretches

_GAP: Final = 4
"""Most words between the distance and the act: "two weeks after *the two states had* signed"."""
_SLACK: Final = {"": (0, 6), "day": (0, 6), "week": (-3, 9), "month": (-10, 20)}
"""Days before and after the day counted to: news is told within the week, and weeks and months are told roundly."""
_WEIGHT: Final = 1.0


def counted(reading: Reading, known: Knowledge) -> list[Clue]:
    """Of each "so long after (before) the act" in the opening sentence, the days of publication that it allows.

    Not where the opening dates something with its year: it may look back on that.
    """
    first = next(iter(opening(reading, 1)), None)
    if first is None or any(_dated(claim) for claim in reading.claims if _within(claim, first)):
        return []
    return [
        Clue(f"{mention.when.text!r} from {subject(claim)} is the news", fits, _WEIGHT)
        for mention in distances(reading, first)
        if (claim := _act(mention, reading, first))
        and (fits := tuple((k, runs) for k in known.of(claim) if (runs := _told(mention, k))))
    ]


def distances(reading: Reading, sentence: Span) -> Iterator[TimeMention]:
    """The times of a sentence that are counted from another event."""
    times = find_times(reading.article.text, reading.article.language or "", None, sentence.start, sentence.end)
    return (t for t in times if t.rule == "event" and t.step)


def _act(mention: TimeMention, reading: Reading, sentence: Span) -> Claim | None:
    """The act of a treaty's life that is told right behind the distance."""
    text = reading.article.text
    for claim in sorted(reading.claims, key=lambda c: (c.evidence.start, c.evidence.end, c.id)):
        at = claim.evidence.start
        if claim.type in LIFE_CYCLE and mention.span.end <= at < sentence.end:
            between = text[mention.span.end : at]
            return claim if len(between.split()) <= _GAP and not set(",;:()") & set(between) else None
    return None


def _told(mention: TimeMention, known: Known) -> Stretches:
    first, last, slack = known.days.first, known.days.last, _SLACK.get(mention.unit)
    if first is None or last is None or slack is None:
        return ()
    unit = mention.unit or "day"
    try:
        start, end = (days.shift(day, unit, mention.step) for day in (first, last))
        return (Interval(start + dt.timedelta(slack[0]), end + dt.timedelta(slack[1])),)
    except (ValueError, OverflowError):
        return ()


def _within(claim: Claim, sentence: Span) -> bool:
    return sentence.start <= claim.evidence.start < sentence.end


def _dated(claim: Claim) -> bool:
    return claim.when is not None and claim.when.basis == "text" and claim.when.interval is not None
