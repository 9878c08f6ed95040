"""Sentences: the one in which a claim's evidence stands, and its shingles."""

from bisect import bisect_right
from collections.abc import Iterable

from foedus.model import Reading, Span
from foedus.reconcile.items import Item
from foedus.reconcile.shingles import shingles_of


class Sentences:
    """Looks up, and remembers, the shingles of the sentence around a claim; of its evidence alone where it has none."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._spans: dict[tuple[str, str], list[Span]] = {}
        for reading in readings:
            self._spans[reading.article.id, reading.article.digest] = sorted(reading.sentences)
        self._shingles: dict[tuple[str, str, int, int], tuple[int, ...]] = {}

    def shingles(self, item: Item) -> tuple[int, ...]:
        """The five-word runs of the sentence that holds the claim's evidence."""
        evidence = item.claim.evidence
        spans = self._spans.get((item.article.id, item.article.digest), [])
        at = bisect_right(spans, evidence.start, key=lambda s: s.start) - 1
        inside = at >= 0 and spans[at].covers(evidence.span())
        span = spans[at] if inside else evidence.span()
        key = item.article.id, item.article.digest, span.start, span.end
        if key not in self._shingles:
            self._shingles[key] = shingles_of(span.of(item.article.text) if inside else evidence.text)
        return self._shingles[key]
