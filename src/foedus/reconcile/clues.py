"""Clues: what an undated article says of its day, each with the days of publication that it allows."""

import datetime as dt
from functools import lru_cache
from typing import Final, NamedTuple

from foedus.expressions.times import find_times
from foedus.expressions.told import Direction
from foedus.model import LIFE_CYCLE, Claim, Interval, Reading, Span
from foedus.reconcile.anniversaries import moved, recalled
from foedus.reconcile.items import heading
from foedus.reconcile.known import Knowledge, Known
from foedus.reconcile.stretches import Stretches, joined, shared, stretches_of, within

_REACH: Final = 740  # days: "in July of last year" is told for so long
_LASTING: Final = frozenset(
    {"treaty.provision", "statement.assess", "relation.deepen", "relation.compare", "arms.buildup"}
)
"""What has no day."""
_SOON: Final = 31
_SHORT: Final = frozenset({"deictic", "now", "weekday", "weekday_of_week", "weekend"})
_LEAD: Final = 1.5  # what the news itself weighs against its background
_UNTOLD: Final = 0.75  # what a time of the opening weighs that the reader gave to no claim
_WORDS: Final = 8
_DAY: Final = dt.timedelta(days=1)
_SEVEN: Final = 7
_FINE: Final = 3  # days that an expression may mean when it tells of a deed that may happen again


class Clue(NamedTuple):
    """``fits`` are the days of publication that each known day allows; ``reason`` says in words what is told.

    A known day's own weight comes on top of ``weight``; None stands where the clue rests on no known day. ``text`` is
    the time expression.
    """

    reason: str
    fits: tuple[tuple[Known | None, Stretches], ...]
    weight: float
    text: str = ""

    def runs(self) -> Stretches:
        """All days of publication that it allows."""
        return joined(run for _, runs in self.fits for run in runs)

    def allows(self, days: Stretches) -> bool:
        """Is one of the days among them?"""
        return bool(shared(self.runs(), days))

    def worth(self, day: dt.date) -> float:
        """What it speaks for that day."""
        return self.weight * max((k.weight if k else 1.0 for k, runs in self.fits if within(day, runs)), default=0.0)


def time_clues(reading: Reading, known: Knowledge) -> list[Clue]:
    """Of each time without a year of its own, the days from which it means a day that is known for what it dates.

    A claim of the opening without a time takes the one weekday, "today" or "yesterday" that its sentence has.
    """
    language, spare = reading.article.language or "", unclaimed(reading)
    found: dict[tuple[str, str, str], Clue] = {}
    for claim in reading.claims:
        text, lead = _said(claim), in_lead(claim, lead_of(reading))
        weight = _LEAD if lead else 1.0
        if text is None and claim.when is None and spare and lead and not heading(claim):
            text, weight = spare, _UNTOLD
        ahead = is_ahead(claim)
        if claim.type in _LASTING or _rule(text or "", language) == "now":
            continue
        told = ahead or claim.modality in ("asserted", "alleged") or text == spare
        if text is None or not told or claim.polarity != "positive":
            continue
        days = moved((k for k in known.of(claim) if k.done or ahead), recalled(claim, reading))
        fits = [(k, _allowed(text, language, k, claim)) for k in days]
        clue = Clue(_told(text, claim), tuple((k, runs) for k, runs in fits if runs), weight, text)
        key = text, claim.type, claim.object or ""
        if clue.fits and (key not in found or found[key].weight < weight):
            found[key] = clue
    return list(found.values())


def is_ahead(claim: Claim) -> bool:
    """Did the reader find that its time lies ahead of the article?"""
    return any(step.startswith("ahead:") for step in claim.because)


def lead_of(reading: Reading) -> int:
    """Where the opening ends: with the first whole sentence of the body."""
    return next((s.end for s in opening(reading, 1)), 0)


def opening(reading: Reading, count: int) -> list[Span]:
    """The first whole sentences of the body."""
    text = reading.article.text
    bodies = [p.span for p in reading.article.parts if p.kind == "body"]
    whole = [s for s in reading.sentences if len(s.of(text).split()) >= _WORDS]
    return [s for s in whole if any(b.start <= s.start < b.end for b in bodies)][:count]


def in_lead(claim: Claim, end: int) -> bool:
    """Is it told in the headline or in the opening sentence?"""
    return heading(claim) or claim.evidence.start < end


def unclaimed(reading: Reading) -> str | None:
    """The one weekday, "today" or "yesterday" of the opening sentence, where the reader gave it to no claim."""
    language = reading.article.language
    first = next(iter(opening(reading, 1)), None)
    if first is None or language is None:
        return None
    times = find_times(reading.article.text, language, None, first.start, first.end)
    texts = [t.when.text for t in times if t.rule in ("weekday", "deictic") and t.kind == "point"]
    taken = {c.when.text for c in reading.claims if c.when}
    return texts[0] if len(texts) == 1 and texts[0] not in taken else None


def subject(claim: Claim) -> str:
    """The claim in a few words."""
    who = " and ".join(claim.actors[:3])
    what = claim.object if claim.type in LIFE_CYCLE and claim.object else ""
    return " ".join(w for w in (claim.type, f"of {what}" if what else "", f"by {who}" if who else "") if w)


def days_from(text: str, language: str, known: Known, way: Direction) -> Stretches:
    """The days on which an article that says so means the known ones."""
    first, last = known.days.first, known.days.last
    if first is None or last is None:
        return ()
    start, step = (first, _DAY) if way == "past" else (last, -_DAY)
    count = (last - first).days + (_SOON if _rule(text, language) in _SHORT else _REACH)
    try:
        days = [start + n * step for n in range(count)]
    except OverflowError:
        return ()
    return stretches_of(d for d in days if _means(text, language, d, way, known))


def _allowed(text: str, language: str, known: Known, claim: Claim) -> Stretches:
    """The days of publication by one known day; of a weekday in the present tense on either side of it."""
    if not is_ahead(claim):
        return days_from(text, language, known, "past")
    after = days_from(text, language, known, "future")
    both = claim.modality == "asserted" and sum(run.days() or 0 for run in after) <= _SEVEN
    return joined((*after, *days_from(text, language, known, "past"))) if both else after


def _said(claim: Claim) -> str | None:
    """Its time expression, where that could not be resolved."""
    when = claim.when
    return when.text if when is not None and when.text and when.interval is None else None


def _told(text: str, claim: Claim) -> str:
    return f"{text!r} for {subject(claim)}" + (", still to come" if is_ahead(claim) else "")


def _means(text: str, language: str, day: dt.date, way: Direction, known: Known) -> bool:
    found = resolved(text, language, day, way)
    if found is None or found.first is None:
        return False
    if found.last is None:  # "since yesterday"
        found = Interval.day(found.first)
    return found.meets(known.days) and (known.act or (found.days() or 0) <= _FINE)


@lru_cache(maxsize=5_000)
def _rule(text: str, language: str) -> str:
    return next((t.rule for t in find_times(text, language, None)), "")


@lru_cache(maxsize=50_000)
def resolved(text: str, language: str, day: dt.date, way: Direction = "past") -> Interval | None:
    """The days that an expression means in an article of that day."""
    mention = next(iter(find_times(text, language, Interval.day(day), direction=way)), None)
    return mention.when.days() if mention else None
