"""Bounds: an article is no older than what it tells as done, and no younger than what it tells as still to come."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from foedus.expressions.times import parse_date
from foedus.model import Claim, Interval, Reading
from foedus.packs.language import languages
from foedus.reconcile.blocks import BY_PARTY, ONCE
from foedus.reconcile.clues import Clue, is_ahead, subject
from foedus.reconcile.known import Knowledge

TOLD: Final = 1.6
DONE: Final = 0.25
TO_COME: Final = 0.25
"""Weights. An act done or still to come cuts nothing alone: where one would, a misread claim is as likely."""
_ACTS: Final = ONCE - {"treaty.submit", "treaty.publish"}


def told_days(reading: Reading) -> list[tuple[dt.date, str]]:
    """First days of what the article dates in full and reports as done, each with its words, in their order."""
    found: dict[dt.date, str] = {}
    for claim in reading.claims:
        if _done(claim) and claim.when and claim.when.basis == "text":
            days = claim.when.days()
            if days and days.first:
                found.setdefault(days.first, claim.when.text or str(days))
    return sorted(found.items())


def bounds(reading: Reading, known: Knowledge) -> list[Clue]:
    """Not older than a full date or an act told as done, not younger than an act told as still to come."""
    told = [_from(day, f"{words!r} is told as done", TOLD) for day, words in told_days(reading)]
    done = {c: _first_day(known, c) for c in reading.claims if _bounding(c) and _done(c)}
    acts = {
        subject(c): _from(day, f"{subject(c)} is told as done, known for {day} at the earliest", DONE)
        for c, day in done.items()
        if day
    }
    ahead = {subject(c): c for c in reading.claims if _bounding(c) and _to_come(c)}
    have = {(c.type, c.object) for c in done}
    return [
        *_clocks(reading),
        *told,
        *acts.values(),
        *(b for c in ahead.values() if (c.type, c.object) not in have for b in _until(c, known)),
    ]


def _clocks(reading: Reading) -> Iterator[Clue]:
    """A page's clock tells when the page was opened: its article is no younger."""
    text = reading.article.text
    for part in reading.article.parts:
        line = part.span.of(text).strip()
        days = [d for code in languages() if part.reason == "page_clock" and (d := parse_date(line, code))]
        if days:
            yield Clue(
                f"{line!r} is the page's clock, a limit and no date", ((None, (Interval(None, days[0].last),)),), TOLD
            )


def _from(day: dt.date, reason: str, weight: float) -> Clue:
    return Clue(reason, ((None, (Interval(day, None),)),), weight)


def _until(claim: Claim, known: Knowledge) -> Iterator[Clue]:
    """By the file alone, and only for an act that it ascribes to these actors: others' plans and acts abound."""
    days = [k.days.last for k in known.filed(claim, own=True) if k.days.last]
    if days:
        yield Clue(
            f"{subject(claim)} is told as still to come, known for {max(days)} at the latest",
            ((None, (Interval(None, max(days)),)),),
            TO_COME,
        )


def _first_day(known: Knowledge, claim: Claim) -> dt.date | None:
    return min((k.days.first for k in known.of(claim) if k.done and k.days.first), default=None)


def _bounding(claim: Claim) -> bool:
    return claim.type in _ACTS and claim.object is not None and (claim.type not in BY_PARTY or bool(claim.actors))


def _done(claim: Claim) -> bool:
    return claim.modality == "asserted" and claim.polarity == "positive" and not is_ahead(claim)


def _to_come(claim: Claim) -> bool:
    if claim.polarity == "negative":
        return claim.modality == "asserted"
    return claim.modality == "planned"
