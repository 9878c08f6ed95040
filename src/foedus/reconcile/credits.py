"""Credits: the agency or outlet that an article, or one sentence of it, says it has the news from."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick

from foedus.model import Article, Part
from foedus.packs.wires import load_wires
from foedus.packs.world import World
from foedus.reconcile.shingles import body_of
from foedus.reconcile.topics import words_of

_HEAD: Final = 300
_TAIL: Final = 200
_LONGEST: Final = 4
_LINE: Final = 14
"""Most words of a line that is no sentence."""
_FAR: Final = 8
"""Most words between a word of telling and a name."""
_BRACKETS: Final = re.compile(r"\(([^()\n]{2,60})\)")
_AT_END: Final = re.compile(r"\(([^()\n]{2,60})\)\W*$")
_SEVERAL: Final = re.compile(r"\s*[/,;&]\s*|\s+(?:e|and|et)\s+")
_WORD: Final = re.compile(r"[^\W_]+")
_STOP: Final = re.compile(r"[.,;:()\[\]«»“”\"\n]")
_OUTLETS: Final = ("media", "agency")
Words = tuple[str, ...]
CreditOf = Callable[[str], str | None]
"""The outlet that a sentence says it has its news from."""


class _Hit(NamedTuple):
    """A name in a text: its words are ``first`` to ``last`` (excluded), ``id`` the outlet."""

    first: int
    last: int
    id: str


class Credits:
    """Finds credits. The outlets are those of a world, known by their names as written there."""

    def __init__(self, world: World) -> None:
        wires = load_wires()
        self._folded: dict[Words, str] = {}
        self._exact: dict[Words, str] = {}
        for outlet in world.outlets.values():
            self._folded |= {words_of(name): outlet.id for name in outlet.names}
            self._exact |= {tuple(_WORD.findall(name)): outlet.id for name in outlet.names}
        self._exact.pop((), None)
        self._firsts = frozenset(words[0] for words in self._exact)
        self._finder = AhoCorasick(sorted({n for o in world.outlets.values() for n in o.names}) or ["\0"])
        self._wires = frozenset(o.id for o in world.outlets.values() if o.kind == "agency" and not o.of)
        self._before = frozenset(words_of(phrase) for phrase in chain.from_iterable(wires.before.values()))
        self._verbs = frozenset(chain.from_iterable(wires.verbs.values()))
        self._between = frozenset(chain.from_iterable(wires.between.values()))
        self._nouns, self._bylines, self._pictures = wires.nouns, wires.bylines, wires.pictures

    def of_article(self, article: Article, sources: Sequence[str] = ()) -> str | None:
        """Whose text an article is: by its dateline, a name in brackets, its byline or its opening, or as an agency.

        ``sources`` are ids that its claims rest on, which may be outlets that the world lacks.
        """
        named = {w: s for s in sources if s.partition(":")[0] in _OUTLETS and (w := _named(s))}
        return self._marked(article, (self._folded, named)) or self._byline(article) or self._opening(article)

    def of_sentence(self, text: str) -> str | None:
        """The outlet that a sentence says it has its news from, any outlet that is known."""
        if not self._named_in(text):
            return None  # most sentences, and this is asked of every claim
        words = list(_WORD.finditer(text))
        cued = (h.id for h in self._hits([w[0] for w in words]) if self._cued(text, words, h))
        return next(cued, None) or self._bracketed(text)

    def _bracketed(self, text: str) -> str | None:
        """The first outlet of a bracket that holds nothing else: "(AFP)", "(AFP, Reuters)", "(con Ansa)"."""
        for bracket in _BRACKETS.findall(text):
            names = [words_of(name) for name in _SEVERAL.split(bracket)]
            names = [name[1:] if name[:1] and name[0] in self._bylines else name for name in names]
            if all(name in self._folded for name in names):
                return self._folded[names[0]]
        return None

    def _named_in(self, text: str) -> bool:
        """Does any of the names stand in the text as a word?"""
        return any(
            not text[first - 1 : first].isalnum() and not text[last : last + 1].isalnum()
            for _, first, last in self._finder.find_matches_as_indexes(text, overlapping=True)
        )

    def _marked(self, article: Article, names: Sequence[Mapping[Words, str]]) -> str | None:
        """The outlet that a dateline, or a name in brackets at head or end, credits; else an agency itself."""
        ends = [m[1] for text in (article.text, body_of(article)) if (m := _AT_END.search(text[-_TAIL:]))]
        brackets = (*_BRACKETS.findall(article.text[:_HEAD]), *ends)
        found = [words_of(name) for bracket in brackets for name in (bracket, *_SEVERAL.split(bracket))]
        for part in article.parts:
            if part.kind == "dateline":
                found += _runs(words_of(part.span.of(article.text)))
        if article.outlet:
            found.append(_named(article.outlet))
        return next((known[w] for w in found for known in names if w in known), None)

    def _byline(self, article: Article) -> str | None:
        """An agency in a line that is no sentence: alone between bars, or after a word such as "with"."""
        for part in article.parts:
            line = part.span.of(article.text)
            if part.kind not in ("furniture", "dateline") or len(words_of(line)) > _LINE:
                continue
            words = list(_WORD.finditer(line))
            if self._pictures & {w[0].casefold() for w in words}:
                continue
            for hit in self._hits([w[0] for w in words]):
                before = words[hit.first - 1][0].casefold() if hit.first else ""
                if hit.id in self._wires and (before in self._bylines or _alone(line, words, hit)):
                    return hit.id
        return None

    def _opening(self, article: Article) -> str | None:
        """An agency that the first paragraph names as its source; what a state's own agency says is only quoted."""
        first: Part | None = next((p for p in article.parts if p.kind == "body"), None)
        text = first.span.of(article.text).strip().partition("\n")[0] if first else ""
        words = list(_WORD.finditer(text))
        hits = self._hits([w[0] for w in words])
        return next((h.id for h in hits if h.id in self._wires and self._cued(text, words, h)), None)

    def _hits(self, words: Sequence[str]) -> Iterator[_Hit]:
        at = 0
        while at < len(words):
            hit = self._hit(words, at) if words[at] in self._firsts else None
            if hit:
                yield hit
            at = hit.last if hit else at + 1

    def _hit(self, words: Sequence[str], at: int) -> _Hit | None:
        for n in range(_LONGEST + 1, 0, -1):
            if at + n <= len(words) and (id_ := self._exact.get(tuple(words[at : at + n]))):
                return _Hit(at, at + n, id_)
        return None

    def _cued(self, text: str, words: Sequence[re.Match[str]], hit: _Hit) -> bool:
        """Does a word of telling stand before the name, or a verb of telling right behind it?"""
        folded = [w[0].casefold() for w in words[: hit.last + 3]]
        at, of_its_kind = hit.first, False
        while at > max(0, hit.first - _FAR) and not _STOP.search(text, words[at - 1].end(), words[at].start()):
            if folded[at - 1] in self._verbs or self._phrase(folded, at):
                return True
            of_its_kind = of_its_kind or folded[at - 1] in self._nouns
            if not (folded[at - 1] in self._between or of_its_kind or folded[at - 1] in self._nouns):
                break
            at -= 1
        for n in range(hit.last, min(hit.last + 3, len(words))):
            if _STOP.search(text, words[n - 1].end(), words[n].start()):
                break
            if folded[n] in self._verbs:
                return True
            if folded[n] not in self._between:
                break
        return False

    def _phrase(self, folded: Sequence[str], end: int) -> bool:
        return any(tuple(folded[end - n : end]) in self._before for n in range(1, 5) if end >= n)


def _alone(line: str, words: Sequence[re.Match[str]], hit: _Hit) -> bool:
    """Is the name all that stands between two bars or dots of the line?"""
    before = line[: words[hit.first].start()].rstrip()
    after = line[words[hit.last - 1].end() :].lstrip()
    return (not before or before[-1] in "|·•–—") and (not after or after[0] in "|·•–—")


def _runs(words: Words) -> Iterator[Words]:
    for n in range(_LONGEST, 0, -1):
        yield from (words[i : i + n] for i in range(len(words) - n + 1))


def _named(source: str) -> Words:
    return words_of(source.partition(":")[2].replace("_", " "))
