"""On whose word an event stands, and how well it is borne out: two scales, side by side and never one."""

import msgspec

from foedus.model import Event, Origin
from foedus.report.index import Index
from foedus.report.phrases import origin_words, readable

_TOLD = "corroboration "


class Backing(msgspec.Struct, frozen=True):
    """An origin with the letter of its reliability, what it ``means`` with the reason, and its interest, if any."""

    name: str
    letter: str
    means: str
    interest: str


class Standing(msgspec.Struct, frozen=True):
    """``support`` counts articles and origins; ``grade`` from 1 to 6 with its ``meaning`` and ``reason``."""

    support: str
    grade: int
    meaning: str
    reason: str
    backings: tuple[Backing, ...]


def standing_of(event: Event, index: Index) -> Standing:
    """The origins and the grade of an event."""
    words = index.words
    told = next((b for b in event.because if b.startswith(_TOLD)), "")
    return Standing(
        support=f"{words.count(len(event.articles), 'article')}, {words.count(len(event.origins), 'origin')}",
        grade=event.corroboration,
        meaning=words.grades.get(str(event.corroboration), ""),
        reason=readable(told.partition("): ")[2], index),
        backings=tuple(backing_of(origin, index) for origin in event.origins),
    )


def backing_of(origin: Origin, index: Index) -> Backing:
    """One origin."""
    return Backing(
        name=origin_words(origin.id, index),
        letter=origin.reliability,
        means=letter_words(origin.reliability, origin.reliability_reason, index),
        interest=readable(origin.interest, index),
    )


def letter_words(letter: str, reason: str, index: Index) -> str:
    """What a letter of reliability means, and why it was given."""
    meaning = index.words.letters.get(letter, letter)
    return readable(f"{meaning}: {reason}" if reason else meaning, index)
