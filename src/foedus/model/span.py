"""Half-open stretches of an article's text."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Characters ``start`` (included) to ``end`` (excluded), in Unicode code points of the text as given."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The slice of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlap(self, other: "Span") -> int:
        """Number of shared characters, 0 when apart."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: "Span") -> bool:
        """Does ``other`` lie wholly inside?"""
        return self.start <= other.start and other.end <= self.end
