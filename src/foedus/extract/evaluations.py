"""Judgements in a word: who calls something illegal, or says that it is a historic step, criticises or praises it."""

from collections.abc import Iterator, Sequence

from foedus.extract.attribution import Attributor
from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft
from foedus.extract.lexicon import Lexicon
from foedus.extract.marks import Marked
from foedus.extract.scopes import Scope

# relations of what a thing is called ("lo descrive *come* …", "parla *di* …")
_CALLED = frozenset({"as", "of"})
_DENYING = ("deny", "suspect")


class Evaluations:
    """Finds the evaluations of one sentence."""

    def __init__(self, lexicon: Lexicon, clauses: Clauses, marked: Marked, attributor: Attributor) -> None:
        self.lexicon, self.clauses, self.marked, self.attributor = lexicon, clauses, marked, attributor
        self.pack, self.row = lexicon.language, clauses.row

    def drafts(self, scopes: Sequence[Scope]) -> Iterator[Draft]:
        """Speech acts whose kind is told by a loaded word, without their targets."""
        for n, chunk in self.clauses.verbs():
            lemma = chunk.group.lemma
            if lemma in self.pack.speech.naming:
                yield from self._named(n, chunk)
            elif lemma in self.pack.speech.linking:
                yield from self._linked(n, chunk, scopes)

    def _named(self, n: int, chunk: Chunk) -> Iterator[Draft]:
        """«Ha definito l'intesa una provocazione»: the subject calls its object so."""
        verb = chunk.group
        if verb.negated or verb.modal or verb.tense == "fut" or verb.form not in ("finite", "ger"):
            return
        speaker = self._of_clause_before(n)
        speaker = self.attributor.speaker(n, chunk) or self._of_main_clause(n) if speaker is None else speaker
        if speaker:
            yield from self._judging(n, chunk, speaker)

    def _of_clause_before(self, n: int) -> tuple[str, ...] | None:
        """«… chiede che X la modifichi, perché vi legge una minaccia»: the main clause's subject goes on; else None."""
        opened = next((k for k in range(n - 1, -1, -1) if self.row[k].kind not in ("other", "time")), -1)
        if opened < 0 or self.row[opened].kind not in ("sub", "rel") or self.clauses.arguments(n).agent is not None:
            return None
        first = next((k + 1 for k in range(opened, -1, -1) if self.row[k].words in ((":",), (";",))), 0)
        for k in range(first, opened):
            if (
                (v := self.row[k].verb)
                and v.finite
                and (found := self.attributor.who.actors(self.clauses.subject(k)[0]))
            ):
                return tuple(found)
        return ()

    def _of_main_clause(self, n: int) -> tuple[str, ...]:
        """«…, che ha definito illegali»: behind a thing, who acts in the main clause names it so."""
        start = self.clauses.antecedents.relative_start(n)
        head = self.clauses.antecedents.relative_head(start) if start == n - 1 and start is not None else None
        if head is None or self.attributor.who.actors(head):
            return ()
        main = next((k for k in range(n - 2, -1, -1) if (v := self.row[k].verb) and v.finite), None)
        return tuple(self.attributor.who.actors(self.clauses.subject(main)[0])) if main is not None else ()

    def _linked(self, n: int, chunk: Chunk, scopes: Sequence[Scope]) -> Iterator[Draft]:
        """«Ha detto che il patto è un pericolo»: in the words of a speaker, something is so."""
        verb = chunk.group
        over = sorted((s for s in scopes if s.first <= chunk.first < s.last), key=lambda s: s.last - s.first)
        if verb.negated or not over or over[0].kind in _DENYING:
            return
        yield from self._judging(n, chunk, over[0].source)

    def _judging(self, n: int, chunk: Chunk, speaker: tuple[str, ...]) -> Iterator[Draft]:
        end = self._end(n)
        found = list(self._words(chunk.last, end))
        kinds = dict.fromkeys(kind for _, kind in found)
        if len(kinds) != 1:
            return  # said of one and the same thing, good and bad cancel out: a person must judge
        last = max(at for at, _ in found) + 1
        draft = Draft(next(iter(kinds)), chunk.first, last, chunk.last - 1, n)
        draft.actors = list(speaker)
        draft.about = draft.settled = True
        draft.because = [f"evaluation:{draft.type}:{self.marked.tokens[last - 1].low}"]
        yield draft

    def _end(self, n: int) -> int:
        """Word where the predicate ends: at the next clause."""
        for chunk in self.row[n + 1 :]:
            judging = self.pack.lemma(self.marked.tokens[chunk.last - 1].low) in self.lexicon.evaluations
            finite = chunk.verb is not None and chunk.verb.form != "part" and not judging  # "disappointing"
            joins = chunk.kind in ("that", "rel", "sub") and self.pack.words.manners.isdisjoint(chunk.words)
            if finite or joins or (chunk.kind == "punct" and chunk.words[0] in ",;:–—"):
                return chunk.first
        return len(self.marked.tokens)

    def _words(self, first: int, last: int) -> Iterator[tuple[int, str]]:
        """Evaluations among the words from ``first`` to ``last``: last word of each, and the claim type it makes."""
        lemmas = [self.pack.lemma(t.low) for t in self.marked.tokens[first:last]]
        for at, lemma in enumerate(lemmas):
            for phrase, kind in self.lexicon.evaluations.get(lemma, ()):
                whole = tuple(lemmas[at : at + len(phrase)]) == phrase
                if whole and not self._negated(first + at) and not self._aside(first + at):
                    yield first + at + len(phrase) - 1, kind

    def _aside(self, word: int) -> bool:
        """«Fino alla vittoria»: in a phrase of place, aim or means, which is not what the thing is called."""
        chunk = next(
            c for c in self.row if c.first <= word < c.last or any(word in range(p.first, p.last) for p in nested(c))
        )
        return bool(chunk.prep) and _CALLED.isdisjoint(chunk.relations) and word != chunk.first

    def _negated(self, word: int) -> bool:
        before = [t.low for t in self.marked.tokens[max(0, word - 2) : word]]
        return not self.pack.words.negations.isdisjoint(before)
