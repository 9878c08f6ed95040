"""Words over an act that keep it from being told as done: left undone, doubted, rumoured, or still to come.

The effects and their phrases are those of ``irrealis`` in a pack's ``modality.yaml``; the term is the grammarians' (an
act that the sentence does not place in the real world).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.marks import Marked
from foedus.extract.verbs import VerbGroup
from foedus.packs.language import Language, Words, language_in

# effects whose phrase takes a clause ("it is false that …"); the others take an infinitive, a gerund or a noun
_CLAUSAL: Final = frozenset({"doubted", "rumoured", "believed", "feared"})
_OPENS: Final = 3  # chunks after such a phrase within which its clause begins ("rumours spread that …")


class _Word:
    """A word's ``forms`` (as written and in normal form), where it ends, whether it is a verb and negated."""

    __slots__ = ("end", "forms", "negated", "verb")

    def __init__(self, end: int, *forms: str, verb: bool = False, negated: bool = False) -> None:
        self.end, self.forms, self.verb, self.negated = end, frozenset(forms), verb, negated


class Irrealis:
    """Judges acts of one sentence."""

    def __init__(self, pack: Language, clauses: Clauses, marked: Marked) -> None:
        self.pack, self.clauses, self.marked = pack, clauses, marked
        self._phrases = _phrases(pack.code, pack.folder)
        self._line: list[_Word] | None = None

    def of(self, head: int, nominal: bool = False) -> str | None:
        """What the act at word ``head`` is told to be, None for nothing of the kind.

        ``undone``, ``doubted``, ``imagined``, ``rumoured``, ``feared`` or ``coming``. Of a ``nominal`` act only what
        hangs on the phrase itself counts: "some suppose that the ratification may be a sign" takes it as done.
        """
        if self._nearly(head) or self._void(head) or self._never(head):
            return "undone"
        if self._inverted(head):
            return "imagined"
        if self._line is None:
            self._line = list(self._words())
        for phrase, effect in self._phrases:
            for end, verb, negated in _places(self._line, phrase):
                counts = negated == (effect == "believed") or effect not in ("believed", "doubted")
                clausal = self._takes_clause(effect, len(phrase), end)
                over = self._clause_over(end, head, verb) if clausal else self._over(end, head)
                near = effect != "coming" or self._next(end, head)
                if end <= head and counts and over and near and not (clausal and nominal):
                    return "doubted" if effect == "believed" else effect
        return "doubted" if not nominal and self._false(self._line, head) else None

    def _words(self) -> Iterator[_Word]:
        """The words in order, without those that may be set in anywhere; of a verb group its verb alone."""
        words, listed = self.pack.words, {w for phrase, _ in self._phrases for w in phrase}
        loose = (words.articles | words.adverbs | words.possessives) - listed
        for n, chunk in enumerate(self.clauses.row):
            for part in sorted(nested(chunk), key=lambda c: c.first) if chunk.verb is None else ():
                for at in range(part.first, part.last):
                    low = self.marked.tokens[at].low
                    if low not in loose:
                        yield _Word(at + 1, low, self.pack.lemma(low))
            if chunk.verb is not None:
                yield from self._verb(n, chunk, chunk.verb)

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

    def _nearly(self, head: int) -> bool:
        """«Nearly left the convention»: an adverb at the verb, not at a figure behind it."""
        verb = next((c.verb for c in self.clauses.row if c.verb is not None and c.first <= head < c.last), None)
        if verb is None:
            return False
        before = self.marked.tokens[max(0, verb.first - 1) : verb.last]
        return any(t.low in self.pack.modality.nearly for t in before)

    def _void(self, head: int) -> bool:
        """«La mancata ratifica», "the failed ratification": a noun of what did not come about."""
        if any(c.verb is not None and c.first <= head < c.last for c in self.clauses.row):
            return False
        before = [t.low for t in self.marked.tokens[max(0, head - 2) : head]]
        return any(w in self.pack.modality.void for w in before)

    def _never(self, head: int) -> bool:
        """«Mai la Svizzera ha firmato …», "never has …": a negation that opens the sentence, before its verb."""
        first, *rest = self.marked.tokens[:2]
        if first.low not in self.pack.modality.never or any(t.low in self.pack.words.restrictives for t in rest):
            return False
        return self._over(1, head, 1)

    def _inverted(self, head: int) -> bool:
        """«Had Sweden joined …», "were Turkey to leave …": an auxiliary before its subject opens a condition."""
        marks = [c.last for c in self.clauses.row if c.words == (",",) and c.last <= head]
        first = self.marked.tokens[marks[-1] if marks else 0]
        asked = any(t.low == "?" for t in self.marked.tokens)
        return first.low in self.pack.modality.inverted and not asked and self._over(0, head, 2)

    def _takes_clause(self, effect: str, words: int, end: int) -> bool:
        """Is it a clause that a phrase of so many words, which ends at word ``end``, stands over?"""
        return effect in _CLAUSAL or (effect == "imagined" and words == 1) or self._opens_clause(end)

    def _over(self, end: int, head: int, verbs: int = 0) -> bool:
        """Does a phrase that ends at word ``end`` stand over ``head``: nothing set in, at most so many clauses?"""
        between = [c for c in self.clauses.row if end <= c.first <= head]
        if any(c.kind in ("punct", "conj", "sub") for c in between):
            return False
        return sum(c.verb is not None and c.verb.finite for c in between) <= verbs

    def _next(self, end: int, head: int) -> bool:
        """Is the act the next thing told ("ready to send"; not "bound to Korea by a treaty signed in …")?"""
        return all(head < c.last for c in self.clauses.row if end <= c.first <= head)

    def _clause_over(self, end: int, head: int, verb: bool = False) -> bool:
        """The same for a phrase that takes a clause, whose own verb is one; behind a verb "that" may be left out."""
        behind = [c for c in self.clauses.row if c.first >= end][:_OPENS]
        opened = next((c for c in behind if c.kind in ("that", "rel")), None)
        if opened is not None and opened.last <= head:
            return self._over(opened.last, head, 1)
        return verb and self.pack.words.head_final and self._over(end, head, 1)  # "nobody believes Turkey will leave"

    def _opens_clause(self, end: int) -> bool:
        """«Il s'en est fallu de peu que …»: a clause right behind the phrase."""
        return any(c.kind == "that" and c.first == end for c in self.clauses.row)

    def _false(self, line: Sequence[_Word], head: int) -> bool:
        """«Reports that X sent arms are false», «è falsa la notizia secondo cui …»."""
        modality = self.pack.modality
        if all(w.forms.isdisjoint(modality.falsehoods) for w in line):
            return False
        told = [w.end for w in line if w.end <= head and not w.forms.isdisjoint(modality.tidings)]
        return any(self._clause_over(end, head) for end in told)


def _places(line: Sequence[_Word], phrase: Words) -> Iterator[tuple[int, bool, bool]]:
    """(end, ends in a verb, negated) wherever a phrase stands."""
    for at in range(len(line) - len(phrase) + 1):
        part = line[at : at + len(phrase)]
        if all(word in w.forms for word, w in zip(phrase, part, strict=True)):
            yield part[-1].end, part[-1].verb, any(w.negated for w in part)


@cache
def _phrases(code: str, folder: Path) -> tuple[tuple[Words, str], ...]:
    listed = language_in(code, folder).modality.irrealis
    return tuple((tuple(phrase.split()), effect) for effect, phrases in listed.items() for phrase in phrases)
