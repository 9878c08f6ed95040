"""An index over the picture that a ledger keeps: one question loads what stands under its keys, and nothing else."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from foedus.ledger import Ledger, open_ledger
from foedus.model import Dispute, Event, InputError, Judgement, Reading, Testimony, in_force
from foedus.pipeline import Picture, stored
from foedus.reconcile import named_by
from foedus.upkeep import refresh, up_to_date
from foedus.verify import MemoryIndex
from foedus.verify.memory import sentences_of, testimonies_of


class LedgerIndex:
    """A Lookup over an open ledger whose picture is up to date. Remembers the articles that it loaded."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._readings: dict[str, Reading | None] = {}

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The articles that were asked for as yet."""
        return tuple(reading for reading in self._readings.values() if reading)

    def events(self, key: str, most: int | None = None) -> Sequence[Event]:
        """The events under a key, or the first of them."""
        findings = self._ledger.findings
        return [event for id_ in findings.under(key)[:most] if (event := findings.get("event", id_, Event))]

    def testimonies(self, event: Event) -> Sequence[Testimony]:
        """The claims of an event, each with its sentence; those that a person rejected tell nothing."""
        wanted = frozenset(event.claims).difference(event.rejected)
        found = {
            told.claim.id: told
            for article in event.articles
            if (reading := self._reading(article))
            for told in testimonies_of(reading, wanted)
            if told.claim
        }
        return [found[id_] for id_ in event.claims if id_ in found]

    def sentences(self, article: str) -> Sequence[Testimony]:
        """Every sentence of an article by itself."""
        reading = self._reading(article)
        return tuple(sentences_of(reading, self._rejected(reading))) if reading else ()

    def disputes(self, event: Event) -> Sequence[Dispute]:
        """The disputes that the event names."""
        findings = self._ledger.findings
        return [found for id_ in event.disputes if (found := findings.get("dispute", id_, Dispute))]

    def treaties(self, parties: Sequence[str]) -> Sequence[str]:
        """The treaties that events speak of, with these parties."""
        return [id_ for id_, sides in self._treaties if sides.issuperset(parties)]

    @cached_property
    def _treaties(self) -> list[tuple[str, frozenset[str]]]:
        return self._ledger.findings.treaties()

    def _rejected(self, reading: Reading) -> set[str]:
        """The claims of an article that a person rejected."""
        id_ = reading.article.id
        about = [one for one in self._rejections if any(mark.article == id_ for group in one.groups for mark in group)]
        held = {id_: reading.claims}
        return {claim for one in about for _, claim in named_by(one, lambda of: held.get(of, ())).claims()}

    @cached_property
    def _rejections(self) -> list[Judgement]:
        return [one for one in in_force(self._ledger.judgements.all()) if one.kind == "reject"]

    def _reading(self, article: str) -> Reading | None:
        if article not in self._readings:
            self._readings[article] = self._ledger.reading(article)
        return self._readings[article]


def index_of(made: Picture) -> MemoryIndex:
    """An index over a picture, for many sentences."""
    return MemoryIndex(made.readings, made.events, made.disputes)


@contextmanager
def opened(path: str | Path) -> Iterator[LedgerIndex | MemoryIndex]:
    """An index over the ledger at a path, brought up to date first where it may be written. Raises InputError."""
    with open_ledger(path) as ledger:
        if ledger.is_empty():
            raise InputError("holds no article", str(path), "fill it with `foedus read PATHS --ledger FILE`")
        if ledger.writable:
            refresh(ledger)
        yield LedgerIndex(ledger) if up_to_date(ledger) else index_of(stored(ledger))
