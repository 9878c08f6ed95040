"""Passages: what two articles have in common word for word, with a word changed here and there.

Greedy string tiling (Wise 1993): the longest common runs of words first, each word in one of them only, wherever they
stand; runs that follow each other closely in both articles are one passage.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from foedus.model import Article, Passage, Span

RUN: Final = 3
"""Least words of a common run."""
GAP: Final = 4
"""Most words between two runs of one passage, in each of the articles."""
LEAST: Final = 8
"""Least common words of a passage: names of treaties and offices are as long."""
DENSE: Final = 0.6
"""Least part of a passage's words that are common."""
_OFTEN: Final = 20
"""Places of one run that are looked at: what stands in more is a formula."""
_WORD: Final = re.compile(r"[^\W_]+")
_BREAK: Final = ""
"""Stands for what is no text of the article; no run goes across it."""


class Common(NamedTuple):
    """The passages of two articles; ``share`` is the part of the shorter one's words that are common in them.

    ``exact`` is the part of the passages' words that are common: 1 where nothing was changed.
    """

    passages: tuple[Passage, ...]
    share: float
    exact: float


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    section: int


class _Tile(NamedTuple):
    a: int
    b: int
    length: int


def common(earlier: Article, later: Article) -> Common:
    """What two articles have in common, in the order of the later one; furniture and headlines count for nothing."""
    one, other = _words(earlier), _words(later)
    passages, same, extent = [], 0, 0
    for chain in _chains(_tiles([w.text for w in one], [w.text for w in other]), one, other):
        first, last = chain[0], chain[-1]
        words = sum(tile.length for tile in chain)
        long = max(last.a + last.length - first.a, last.b + last.length - first.b)
        if words >= LEAST and words >= DENSE * long:
            passages.append(
                Passage(
                    Span(one[first.a].start, one[last.a + last.length - 1].end),
                    Span(other[first.b].start, other[last.b + last.length - 1].end),
                )
            )
            same, extent = same + words, extent + long
    shorter = min(sum(w.text != _BREAK for w in words) for words in (one, other))
    return Common(tuple(passages), same / shorter if shorter else 0.0, same / extent if extent else 0.0)


def _words(article: Article) -> list[_Word]:
    """The words of an article with their places; ``section`` changes where page furniture stands between."""
    words: list[_Word] = []
    section = 0
    for part in article.parts:
        if part.kind in ("furniture", "headline"):
            section += 1
            words.append(_Word(_BREAK, part.span.start, part.span.start, section))
            continue
        found = _WORD.finditer(article.text, part.span.start, part.span.end)
        words += (_Word(w[0].casefold(), w.start(), w.end(), section) for w in found)
    return (
        words
        if section or words
        else [_Word(w[0].casefold(), w.start(), w.end(), 0) for w in _WORD.finditer(article.text)]
    )


def _tiles(one: Sequence[str], other: Sequence[str]) -> list[_Tile]:
    """Common runs, the longest first, none over another; in the order of the second text."""
    places: dict[tuple[str, ...], list[int]] = {}
    for n in range(len(one) - RUN + 1):
        held = places.setdefault(tuple(one[n : n + RUN]), [])
        if len(held) < _OFTEN and _BREAK not in one[n : n + RUN]:
            held.append(n)
    runs = [
        _Tile(a, b, _length(one, other, a, b))
        for b in range(len(other) - RUN + 1)
        for a in places.get(tuple(other[b : b + RUN]), ())
        if not (a and b and one[a - 1] == other[b - 1] != _BREAK)
    ]
    taken: tuple[set[int], set[int]] = set(), set()
    tiles = []
    for run in sorted(runs, key=lambda t: (-t.length, t.b, t.a)):
        free = _free(run, taken)
        if free:
            tiles.append(free)
            taken[0].update(range(free.a, free.a + free.length))
            taken[1].update(range(free.b, free.b + free.length))
    return sorted(tiles, key=lambda t: (t.b, t.a))


def _length(one: Sequence[str], other: Sequence[str], a: int, b: int) -> int:
    length = RUN
    while a + length < len(one) and b + length < len(other) and one[a + length] == other[b + length] != _BREAK:
        length += 1
    return length


def _free(run: _Tile, taken: tuple[set[int], set[int]]) -> _Tile | None:
    """What is left of a run when its ends are in longer ones."""
    held = [run.a + n in taken[0] or run.b + n in taken[1] for n in range(run.length)]
    first = held.index(False) if False in held else run.length
    last = first
    while last < run.length and not held[last]:
        last += 1
    return _Tile(run.a + first, run.b + first, last - first) if last - first >= RUN else None


def _chains(tiles: Sequence[_Tile], one: Sequence[_Word], other: Sequence[_Word]) -> list[list[_Tile]]:
    chains: list[list[_Tile]] = []
    for tile in tiles:
        before = chains[-1][-1] if chains else None
        if before and _follows(before, tile, one, other):
            chains[-1].append(tile)
        else:
            chains.append([tile])
    return chains


def _follows(before: _Tile, tile: _Tile, one: Sequence[_Word], other: Sequence[_Word]) -> bool:
    a, b = before.a + before.length, before.b + before.length
    near = 0 <= tile.a - a <= GAP and 0 <= tile.b - b <= GAP
    return near and one[before.a].section == one[tile.a].section and other[before.b].section == other[tile.b].section
