"""Shingles: runs of five words, by which copied text is known (Broder 1997), in time linear in the text."""

import zlib
from collections.abc import Iterable, Sequence
from typing import Final

from foedus.model import Article
from foedus.reconcile.topics import words_of

WORDS: Final = 5
SHARE: Final = 0.5
"""Containment from which the shorter of two texts counts as copied."""
ENOUGH_OF_ARTICLE: Final = 15
ENOUGH_OF_SENTENCE: Final = 4
"""Fewer shingles than this judge nothing: two people can find the same eight words."""
_BITS: Final = (1 << 64) - 1
_FACTORS: Final = tuple(pow(0x9E3779B97F4A7C15, n, 1 << 64) for n in range(1, WORDS + 1))
"""Odd numbers, one for each place in a run, so that the order of its words counts."""


def shingles_of(text: str) -> tuple[int, ...]:
    """The different shingles of a text as numbers of 64 bits, in their order; the same on every machine."""
    words = [zlib.crc32(w.encode("utf-8", "surrogatepass")) for w in words_of(text)]
    one, two, three, four, five = _FACTORS
    runs = zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)
    return tuple(dict.fromkeys((a * one + b * two + c * three + d * four + e * five) & _BITS for a, b, c, d, e in runs))


def body_of(article: Article) -> str:
    """The text without page furniture."""
    if not article.parts:
        return article.text
    return "\n".join(p.span.of(article.text) for p in article.parts if p.kind != "furniture")


def copies(texts: Sequence[tuple[int, ...]], enough: int) -> Iterable[tuple[int, int, float]]:
    """Pairs (earlier, later, share) of texts of which the shorter is contained in the other to ``SHARE`` or more.

    Each shingle links a text to the first and to the latest text before it that had it: enough to find every copy of a
    text that many carry, without comparing all pairs.
    """
    first: dict[int, int] = {}
    latest: dict[int, int] = {}
    for n, shingles in enumerate(texts):
        shared: dict[int, int] = {}
        for shingle in shingles:
            for other in {first.get(shingle, n), latest.get(shingle, n)} - {n}:
                shared[other] = shared.get(other, 0) + 1
            first.setdefault(shingle, n)
            latest[shingle] = n
        for other in sorted(shared):
            size = min(len(shingles), len(texts[other]))
            if size >= enough and shared[other] >= SHARE * size:
                yield other, n, shared[other] / size


class Groups:
    """Things that were joined, each group known by its smallest member (union by least number)."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def root(self, n: int) -> int:
        """The smallest member of the group of ``n``."""
        while (up := self._above.get(n, n)) != n:
            self._above[n] = n = self._above.get(up, up)
        return n

    def join(self, a: int, b: int) -> None:
        """Make one group of two."""
        a, b = self.root(a), self.root(b)
        self._above[max(a, b)] = min(a, b)
