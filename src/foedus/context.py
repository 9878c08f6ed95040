"""Dates from other articles: an article that does not give its date is read again with the one that others allow."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

import msgspec

from foedus.extract import extract
from foedus.model import Article, Event, Filing, Reading, Voice
from foedus.packs.gaps import gap_words
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.reconcile import Reconciler, by_then, embodied, infer_published, misdated

INFERRED: Final = "dated from context"
"""How the notes on an inferred date begin."""


def read_alone(article: Article, reported: Sequence[Event] = ()) -> Reading:
    """The reading of an article; one without a date is read again with the one that can be inferred.

    From treaty files and its own text, and from the events that other articles report. Raises PackError.
    """
    reading = extract(article)
    inferred = infer_published(reading, load_world().principal, load_treaties(), reported)
    if inferred is not None:
        when, notes = inferred
        reading = extract(msgspec.structs.replace(article, published=when, notes=article.notes + notes))
    return _told(_doubted(reading))


def _doubted(reading: Reading) -> Reading:
    """The reading with what speaks against the article's own date among its notes."""
    article = reading.article
    doubts = [note for note in misdated(reading) if note not in article.notes]
    if not doubts:
        return reading
    return msgspec.structs.replace(reading, article=msgspec.structs.replace(article, notes=(*article.notes, *doubts)))


def _told(reading: Reading) -> Reading:
    """The reading with the details of its gaps in plain words."""
    language = reading.article.language
    gaps = tuple(msgspec.structs.replace(gap, detail=gap_words(gap, language)) for gap in reading.gaps)
    return msgspec.structs.replace(reading, gaps=gaps)


def undated(reading: Reading) -> bool:
    """Does the article's own text not give its date?"""
    published = reading.article.published
    return published is None or published.basis == "context"


def reread(alone: Reading, reported: Sequence[Event]) -> Reading:
    """An undated article read again, beside the events that dated articles report. Raises PackError."""
    article = alone.article
    notes = tuple(note for note in article.notes if not note.startswith(INFERRED))
    again = read_alone(msgspec.structs.replace(article, published=None, notes=notes), reported)
    return alone if again.article == article else again


def in_context(readings: Sequence[Reading], reconciler: Reconciler) -> tuple[Reading, ...]:
    """The readings, each undated one made again beside what the dated ones of its families report.

    No undated article helps to date another, so that their order does not matter.
    """
    waiting = [reading for reading in readings if undated(reading)]
    if not waiting:
        return tuple(readings)
    families: dict[str, list[Filing]] = {}
    for filing in chain.from_iterable(reconciler.filings(r) for r in readings if not undated(r)):
        families.setdefault(filing.family, []).append(filing)
    again: dict[int, Reading] = {}
    for reading in waiting:
        keys = {filing.family for filing in reconciler.filings(reading)} & families.keys()
        again[id(reading)] = reread(reading, reported(reconciler, (families[key] for key in sorted(keys))))
    return tuple(again.get(id(reading), reading) for reading in readings)


def reported(reconciler: Reconciler, families: Iterable[Iterable[Filing]]) -> tuple[Event, ...]:
    """The events of some families, each article for itself as if none copied another, done by when it was told.

    Beside a state the event names the bodies that are told to act for it.
    """
    return tuple(
        embodied(by_then(event, filings), filings)
        for filings in map(tuple, families)
        for event in reconciler.family(filings, lambda article: Voice(f"article:{article}")).events
    )
