"""Words over an act that keep it from being told as done: left undone, doubted, rumoured, or still to come.

The effects and their phrases are those of ``irrealis`` in a pack's ``modality.yaml``; the term is the grammarians' (an
act that the sentence does not place in the real world).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Final, NamedTuple

from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.marks import Marked
from foedus.extract.verbgroups import VerbGroup
from foedus.packs.language import Language, language_in
from foedus.packs.words import Words

# effects whose phrase takes a clause ("it is false that …"); the others take an infinitive, a gerund or a noun
_CLAUSAL: Final = frozenset({"doubted", "rumoured", "believed", "feared"})
_NEAR: Final = 24  # chunks before an act in which a phrase over it stands
_OPENS: Final = 3  # chunks after such a phrase within which its clause begins ("rumours spread that …")


class _Word:
    """A word's ``forms`` (as written and in normal form), where it ends, whether it is a verb and negated."""

    __slots__ = ("end", "forms", "negated", "verb")

    def __init__(self, end: int, *forms: str, verb: bool = False, negated: bool = False) -> None:
        self.end, self.forms, self.verb, self.negated = end, frozenset(forms), verb, negated


class _Place(NamedTuple):
    """A phrase with an ``effect`` that ends at word ``end``, in a ``verb`` or not; ``clausal``: it takes a clause."""

    end: int
    effect: str
    verb: bool
    clausal: bool


class Irrealis:
    """Judges acts of one sentence."""

    def __init__(self, pack: Language, clauses: Clauses, marked: Marked) -> None:
        self.pack, self.clauses, self.marked = pack, clauses, marked

    def of(self, head: int, nominal: bool = False) -> str | None:
        """What the act at word ``head`` is told to be, None for nothing of the kind.

        ``undone``, ``doubted``, ``imagined``, ``rumoured``, ``feared`` or ``coming``. Of a ``nominal`` act only what
        hangs on the phrase itself counts: "some suppose that the ratification may be a sign" takes it as done.
        """
        near = self._near(head)
        if self._nearly(near[-1]) or self._void(near[-1], head) or self._never(near):
            return "undone"
        if self._inverted(near):
            return "imagined"
        for place in self._places:
            if near[0].first < place.end <= head and not (place.clausal and nominal) and self._rules(place, near):
                return place.effect
        return "doubted" if not nominal and self._false(near) else None

    def _near(self, head: int) -> list[Chunk]:
        """The chunks up to that of word ``head`` which can have a say over it; as many at most for any sentence."""
        row = self.clauses.row
        at = bisect_right(row, head, key=lambda c: c.first)
        return row[max(0, at - _NEAR) : max(1, at)]

    # ---- phrases ----------------------------------------------------------------------------------------------------

    @cached_property
    def _line(self) -> list[_Word]:
        """The words in order, without those that may be set in anywhere; of a verb group its verb alone."""
        words, listed = self.pack.words, _vocabulary(self.pack.code, self.pack.folder)
        loose = (words.articles | words.adverbs | words.possessives) - listed
        found: list[_Word] = []
        for n, chunk in enumerate(self.clauses.row):
            if chunk.verb is not None:
                found += self._verb(n, chunk, chunk.verb)
                continue
            spans = [range(part.first, part.last) for part in sorted(nested(chunk), key=lambda c: c.first)]
            lows = [(at + 1, self.marked.tokens[at].low) for span in spans for at in span]
            found += [_Word(end, low, self.pack.lemma(low)) for end, low in lows if low not in loose]
        return found

    def _verb(self, n: int, chunk: Chunk, verb: VerbGroup) -> Iterator[_Word]:
        for part in chunk.prep.split():
            yield _Word(chunk.first + 1, part)
        low, negated = self.marked.tokens[verb.last - 1].low, verb.negated or self._nobody(n)
        if verb.passive and verb.form != "part":  # "was supposed to" is no supposing
            yield _Word(chunk.last - 1, *self.pack.tables.auxiliaries["be"], negated=negated)
            yield _Word(chunk.last, low)
        else:
            yield _Word(chunk.last, verb.lemma, low, verb=True, negated=negated)

    def _nobody(self, n: int) -> bool:
        """«Nobody believes …», «nessuno crede …»."""
        subject = self.clauses.subject(n)[0]
        return subject is not None and bool(subject.words) and subject.words[0] in self.pack.words.negatives

    @cached_property
    def _places(self) -> list[_Place]:
        """Where phrases of the list stand, in the order of the list."""
        found: list[tuple[int, _Place]] = []
        phrases = _phrases(self.pack.code, self.pack.folder)
        for at, word in enumerate(self._line):
            for form in word.forms:
                for rank, phrase, effect in phrases.get(form, ()):
                    place = self._place(self._line[at : at + len(phrase)], phrase, effect)
                    found += [(rank, place)] if place else []
        return [place for _, place in sorted(found)]

    def _place(self, part: Sequence[_Word], phrase: Words, effect: str) -> _Place | None:
        if len(part) < len(phrase) or any(w not in word.forms for w, word in zip(phrase, part, strict=True)):
            return None
        negated = any(w.negated for w in part)
        if effect in ("believed", "doubted") and negated != (effect == "believed"):
            return None  # "nobody doubts that"
        end = part[-1].end
        opens = any(c.kind == "that" and c.first == end for c in self.clauses.row)  # "il s'en est fallu de peu que"
        clausal = opens or effect in _CLAUSAL or (effect == "imagined" and len(phrase) == 1)
        return _Place(end, "doubted" if effect == "believed" else effect, part[-1].verb, clausal)

    def _rules(self, place: _Place, near: Sequence[Chunk]) -> bool:
        """Does the phrase stand over the act, which is in the last chunk?"""
        if place.clausal:
            return self._clause_over(place.end, near, place.verb)
        if place.effect == "coming" and any(place.end <= c.first for c in near[:-1]):
            return False  # "bound to Korea by a treaty signed in …" is no readiness
        return _over(place.end, near)

    def _clause_over(self, end: int, near: Sequence[Chunk], verb: bool = False) -> bool:
        """The same for a phrase that takes a clause, whose own verb is one; behind a verb "that" may be left out."""
        behind = [c for c in near if c.first >= end][:_OPENS]
        opened = next((c for c in behind if c.kind in ("that", "rel")), None)
        if opened is not None and opened is not near[-1]:
            return _over(opened.last, near, 1)
        return verb and self.pack.words.head_final and _over(end, near, 1)  # "nobody believes Turkey will leave"

    def _false(self, near: Sequence[Chunk]) -> bool:
        """«Reports that X sent arms are false», «è falsa la notizia secondo cui …»."""
        modality = self.pack.modality
        if all(w.forms.isdisjoint(modality.falsehoods) for w in self._line):
            return False
        told = [w.end for w in self._line if not w.forms.isdisjoint(modality.tidings)]
        return any(self._clause_over(end, near) for end in told if near[0].first < end <= near[-1].first)

    # ---- single words -----------------------------------------------------------------------------------------------

    def _nearly(self, act: Chunk) -> bool:
        """«Nearly left the convention»: an adverb at the verb, not at a figure behind it."""
        verb = act.verb
        before = self.marked.tokens[max(0, verb.first - 1) : verb.last] if verb is not None else ()
        return any(t.low in self.pack.modality.nearly for t in before)

    def _void(self, act: Chunk, head: int) -> bool:
        """«La mancata ratifica», "the failed ratification": a noun of what did not come about."""
        before = self.marked.tokens[max(0, head - 2) : head] if act.verb is None else ()
        return any(t.low in self.pack.modality.void for t in before)

    def _never(self, near: Sequence[Chunk]) -> bool:
        """«Mai la Svizzera ha firmato …», "never has …": a negation that opens the sentence, before its verb."""
        first, *rest = self.marked.tokens[:2]
        if first.low not in self.pack.modality.never or any(t.low in self.pack.words.restrictives for t in rest):
            return False
        return near[0].first == 0 and _over(1, near, 1)

    def _inverted(self, near: Sequence[Chunk]) -> bool:
        """«Had Sweden joined …», "were Turkey to leave …": an auxiliary before its subject opens a condition."""
        comma = next((c.last for c in reversed(near[:-1]) if c.words == (",",)), 0)
        if self.marked.tokens[comma].low not in self.pack.modality.inverted or (not comma and near[0].first):
            return False
        opened = [c for c in near if c.first >= comma]  # the subject is in the auxiliary's phrase, or the next one
        named = opened[0].kind == "np" or (len(opened) > 2 and opened[1].kind == "np" and opened[1].bare)
        asked = any(t.low == "?" for t in self.marked.tokens)
        return named and not asked and _over(comma, near, 2)


def _over(end: int, near: Sequence[Chunk], verbs: int = 0) -> bool:
    """Does a phrase that ends at word ``end`` stand over the last chunk: nothing set in, at most so many clauses?"""
    between = [c for c in near if end <= c.first]
    if any(c.kind in ("punct", "conj", "sub") for c in between):
        return False
    return sum(c.verb is not None and c.verb.finite for c in between) <= verbs


@cache
def _phrases(code: str, folder: Path) -> dict[str, tuple[tuple[int, Words, str], ...]]:
    """First word → (rank, phrase, effect)."""
    listed = language_in(code, folder).modality.irrealis
    found: dict[str, list[tuple[int, Words, str]]] = {}
    for rank, (effect, phrase) in enumerate((e, p) for e, phrases in listed.items() for p in phrases):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((rank, words, effect))
    return {first: tuple(rows) for first, rows in found.items()}


@cache
def _vocabulary(code: str, folder: Path) -> frozenset[str]:
    return frozenset(w for rows in _phrases(code, folder).values() for _, phrase, _ in rows for w in phrase)
