"""Anniversaries: an act that an article recalls on the day of the year on which it was done."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import msgspec

from foedus.expressions.days import shift_months
from foedus.model import Claim, Interval, Reading
from foedus.packs.load import DATA, load
from foedus.reconcile.known import Known

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NEAR: Final = 2
"""Words between the ordinal and the anniversary: "the first official anniversary"."""
_MOST: Final = 100  # years
_MONTHS: Final = 12
_TODAY: Final = dt.date(2100, 1, 1)


class Anniversaries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How words for an anniversary begin, by language, and the words for how many years it has been."""

    words: dict[str, tuple[str, ...]]
    ordinals: dict[int, tuple[str, ...]]

    def years(self, sentence: str, language: str) -> int | None:
        """Of which year the sentence tells the anniversary; 0 when that is unsaid, None when it tells of none."""
        words = [w.casefold() for w in _WORD.findall(sentence)]
        stems = self.words.get(language, ())
        at = next((n for n, word in enumerate(words) if stems and word.startswith(stems)), None)
        if at is None:
            return None
        before = set(words[max(0, at - _NEAR - 1) : at])
        return next((years for years, forms in self.ordinals.items() if before.intersection(forms)), 0)


@cache
def load_anniversaries() -> Anniversaries:
    """The data file. Raises PackError."""
    return load(DATA / "reconcile" / "anniversaries.yaml", Anniversaries)


def recalled(claim: Claim, reading: Reading) -> int | None:
    """Of which year its sentence tells the anniversary; 0 when that is unsaid, None when it tells of none."""
    text, at = reading.article.text, claim.evidence
    held = next((s for s in reading.sentences if s.start <= at.start < s.end), at.span())
    return load_anniversaries().years(held.of(text), reading.article.language or "")


def moved(known: Iterable[Known], years: int | None) -> tuple[Known, ...]:
    """Known days as an anniversary has them: so many years on, or of any year; as they are where there is none."""
    if years is None:
        return tuple(known)
    each = (years,) if years else range(1, _MOST)
    return tuple(found for one in known for n in each for found in _on(one, n))


def _on(known: Known, years: int) -> Iterator[Known]:
    """The same day so many years on, which may be no more than a century ahead of this one."""
    first, last = known.days.first, known.days.last
    if first and last and last.year + years < _TODAY.year:
        days = Interval(shift_months(first, _MONTHS * years), shift_months(last, _MONTHS * years))
        yield known._replace(days=days)
