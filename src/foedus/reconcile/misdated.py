"""Misdated: articles whose date their own words, or all other articles, speak against."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from foedus.model import Article, Claim, Reading

DOUBT: Final = "date in doubt"
"""How a note on such a date begins."""
_LAST_YEAR: Final = 2100
_YEAR: Final = dt.timedelta(days=365)
_OTHERS: Final = 2
_DAYS_APART: Final = 1  # a dateline may be of the day before
_SCHEDULED: Final = frozenset(
    {"treaty.terminate", "treaty.enter_into_force", "treaty.withdraw", "treaty.provision", "statement.assess"}
)
"""What is told in the present tense of days still ahead: "it expires on 5 February 2026"."""


def misdated(reading: Reading) -> tuple[str, ...]:
    """Notes on an article that its own text dates: past 2100, or before something that it tells as done.

    The date stays: a person must judge.
    """
    published = reading.article.published
    days = published.days() if published is not None and published.basis == "text" else None
    if published is None or days is None or days.first is None or days.last is None:
        return ()
    notes = [f"{DOUBT}: {published.interval} is past {_LAST_YEAR}"] if days.first.year > _LAST_YEAR else []
    later = {c.when.interval or "": c for c in reading.claims if c.when and _is_later(c, days.last)}
    for day, claim in sorted(later.items()):
        said = claim.when.text if claim.when and claim.when.text else day
        notes.append(
            f"{DOUBT}: dated {published.interval}, but it tells as done what was on {day} ({said!r}, {claim.type})"
        )
    return tuple(notes)


def ahead_of_all(articles: Iterable[Article]) -> str | None:
    """A line on the one article that its own text dates more than a year after every other; None when there is none.

    Only beside two others at least, and where it is further from them than they are from each other.
    """
    spans = ((a.id, a.published.days()) for a in articles if a.published is not None and a.published.basis == "text")
    dated = sorted((days.first, days.last, name) for name, days in spans if days and days.first and days.last)
    if len(dated) <= _OTHERS:
        return None
    first, _, name = dated[-1]
    before = max(last for _, last, _ in dated[:-1])
    if first - before <= max(_YEAR, before - dated[0][0]):
        return None
    return f"{name}: {DOUBT}: {first} is more than a year after every other article, the newest of {before}"


def _is_later(claim: Claim, published: dt.date) -> bool:
    """Is it told as done, in a full date that lies after the day of publication?"""
    if claim.modality != "asserted" or claim.polarity != "positive" or claim.type in _SCHEDULED or claim.when is None:
        return False
    days = claim.when.days() if claim.when.basis == "text" else None
    fine = days is not None and (days.days() or 0) > 0 and "ahead:" not in " ".join(claim.because)
    return fine and days is not None and days.first is not None and (days.first - published).days > _DAYS_APART
