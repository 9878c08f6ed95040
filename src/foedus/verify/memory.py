"""An index in memory over the events of a picture."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from foedus.model import Claim, Dispute, Event, Reading, Span, Testimony
from foedus.verify.keys import keys_of, parties_in, treaty_of


class MemoryIndex:
    """A Lookup over readings with their events and disputes, made once for many sentences."""

    def __init__(self, readings: Iterable[Reading], events: Iterable[Event], disputes: Iterable[Dispute]) -> None:
        readings, events = tuple(readings), tuple(events)
        self._readings = {reading.article.id: reading for reading in readings}
        self._sentences: dict[str, tuple[Testimony, ...]] = {}
        self._testimony = {t.claim.id: t for reading in readings for t in testimonies_of(reading, None) if t.claim}
        self._rejected = {id_ for event in events for id_ in event.rejected}
        self._disputes = {d.id: d for d in disputes}
        self._events: dict[str, list[Event]] = {}
        self._sides: dict[str, set[str]] = {}
        claims: dict[str, int] = {}
        for event in sorted(events, key=lambda e: e.id):
            for key in keys_of(event):
                self._events.setdefault(key, []).append(event)
            if id_ := treaty_of(event):
                self._sides.setdefault(id_, set(parties_in(id_))).update(event.actors, event.targets)
                claims[id_] = claims.get(id_, 0) + len(event.claims)
        self._treaties = sorted(claims, key=lambda id_: (-claims[id_], id_))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The articles."""
        return tuple(self._readings.values())

    def events(self, key: str, most: int | None = None) -> Sequence[Event]:
        """The events under a key, or the first of them."""
        return self._events.get(key, [])[:most]

    def testimonies(self, event: Event) -> Sequence[Testimony]:
        """The claims of an event, each with its sentence; those that a person rejected tell nothing."""
        return [self._testimony[id_] for id_ in event.claims if id_ in self._testimony and id_ not in event.rejected]

    def sentences(self, article: str) -> Sequence[Testimony]:
        """Every sentence of an article by itself."""
        if article not in self._sentences and article in self._readings:
            self._sentences[article] = tuple(sentences_of(self._readings[article], self._rejected))
        return self._sentences.get(article, ())

    def disputes(self, event: Event) -> Sequence[Dispute]:
        """The disputes that the event names."""
        return [self._disputes[id_] for id_ in event.disputes if id_ in self._disputes]

    def treaties(self, parties: Sequence[str]) -> Sequence[str]:
        """The treaties that events speak of, with these parties."""
        return [id_ for id_ in self._treaties if self._sides[id_].issuperset(parties)]


def testimonies_of(reading: Reading, ids: Collection[str] | None) -> Iterator[Testimony]:
    """The claims of a reading, or those of these ids, as evidence; where no sentence holds one, its own words stand."""
    spans = sorted(reading.sentences)
    for claim in (c for c in reading.claims if ids is None or c.id in ids):
        at = bisect_right(spans, claim.evidence.start, key=lambda s: s.start) - 1
        held = at >= 0 and spans[at].end > claim.evidence.start
        yield _testimony(reading, claim, spans, at if held else None)


def sentences_of(reading: Reading, rejected: Collection[str] = ()) -> Iterator[Testimony]:
    """The sentences of a reading, each with the types and actors of the claims that it makes.

    A sentence that makes a claim which a person ``rejected`` is left out.
    """
    spans = sorted(reading.sentences)
    made: dict[int, list[tuple[str, tuple[str, ...]]]] = {}
    held: dict[int, set[str]] = {}
    for claim in reading.claims:
        at = bisect_right(spans, claim.evidence.start, key=lambda s: s.start) - 1
        made.setdefault(at, []).append((claim.type, claim.actors))
        held.setdefault(at, set()).add(claim.id)
    out = {at for at, ids in held.items() if ids & set(rejected)}
    for n in (n for n in range(len(spans)) if n not in out):
        yield msgspec.structs.replace(_testimony(reading, None, spans, n), types=tuple(made.get(n, ())))


def _testimony(reading: Reading, claim: Claim | None, spans: Sequence[Span], at: int | None) -> Testimony:
    article = reading.article
    near = [n for n in (at + 1, at - 1) if 0 <= n < len(spans)] if at is not None else []
    return Testimony(
        claim=claim,
        article=article.id,
        sentence=spans[at].of(article.text) if at is not None else claim.evidence.text if claim else "",
        language=article.language,
        published=article.published,
        title=article.title or "",
        around=tuple(spans[n].of(article.text) for n in near),
    )
