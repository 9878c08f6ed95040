"""Phrases that name acts: a verb with a fixed complement ("enter into force"), or a complement alone ("in force")."""

from collections.abc import Collection, Iterator, Sequence

from foedus.extract.actants import Actants
from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.company import Company
from foedus.extract.draft import Draft, Missing
from foedus.extract.fill import Filler
from foedus.extract.lexicon import Phrase
from foedus.extract.marks import Marked
from foedus.extract.membership import ended
from foedus.packs.triggers import Trigger


class Phrases:
    """Opens the frames of phrases in the sentences of one article."""

    def __init__(self, filler: Filler, actants: Actants, company: Company) -> None:
        self.filler, self.actants, self.company = filler, actants, company
        self.lexicon, self.pack = filler.who.lexicon, filler.language
        words, anymore = self.pack.words, (w for phrase in self.pack.triggers.anymore for w in phrase.split())
        self.skipped = (words.articles | words.possessives | words.adverbs | words.negations).union(anymore)
        self.skipped_partitives = self.skipped | words.partitives

    def drafts(self, clauses: Clauses, marked: Marked, spoken: set[int], told: set[int]) -> Iterator[Draft | Missing]:
        """Phrases of several words: a verb and its fixed complement, or a complement alone ("in vigore")."""
        tokens, listed = marked.tokens, self.lexicon.verb_lemmas
        places = self._places(clauses, marked)
        for _, head, tail, _, triggers in self._likely(places, marked):
            for n in places[head]:
                chunk = clauses.row[n]
                at = self._verbal(clauses, n, tail, marked) if head in listed else None
                if at is not None:
                    spoken.add(n)
                    args = self.actants.of_verb(clauses, n)
                    if self._approves_other(args):
                        continue
                    self._of_tail(clauses, n, at, args, spoken)
                    tail_noun = args.theme if args.theme is not None and args.theme.last <= at else None
                    if tail_noun is not None and tail_noun.of:
                        args.theme = tail_noun.of[0]  # "take delivery of jets"
                    for trigger in triggers:
                        if not self._admits(trigger, clauses, n, args):
                            continue
                        self._subject(trigger, clauses, n, at, args, spoken)
                        items = list(self.filler.drafts(trigger, args, n, chunk, nominal=False))
                        for item in items:
                            told |= set(range(chunk.last, at)) if trigger.by_theme or isinstance(item, Draft) else set()
                            item.last = max(item.last, at)
                            if isinstance(item, Draft) and n + 1 < len(clauses.row) and clauses.row[n + 1].last <= at:
                                item.tail = n + 1
                            yield item
                        if any(isinstance(i, Draft) for i in items):
                            break  # "put his signature to the law" is consent, and no signing of the treaty too
                elif (
                    head not in listed
                    and [t.low for t in tokens[chunk.first : chunk.first + 1 + len(tail)]] == [head, *tail]
                    and not self._has_verb(clauses, n)
                ):
                    yield from self._verbless(clauses, n, chunk, triggers)

    def _places(self, clauses: Clauses, marked: Marked) -> dict[str, list[int]]:
        """By the head of phrases: the places of its verb groups, or of the noun phrases that it opens."""
        known, listed = self.lexicon.phrases, self.lexicon.verb_lemmas
        found: dict[str, list[int]] = {}
        for n, chunk in enumerate(clauses.row):
            word = chunk.verb.lemma if chunk.verb is not None else marked.tokens[chunk.first].low
            if word in known and (chunk.verb is not None if word in listed else chunk.kind == "np"):
                found.setdefault(word, []).append(n)
        return found

    def _likely(self, heads: Collection[str], marked: Marked) -> list[Phrase]:
        """The phrases with these heads whose other words the sentence has, in the order of the pack."""
        if not heads:
            return []
        words = {t.low for t in marked.tokens}
        words |= {self.pack.lemma(word) for word in words}
        return sorted((p for head in heads for p in self.lexicon.phrases[head] if p.within(words)), key=_rank)

    def _admits(self, trigger: Trigger, clauses: Clauses, n: int, args: Arguments) -> bool:
        """By a person where one must act; negated as it must be ("non fa più parte" tells of no consent)."""
        if trigger.persons and not self.company.by_person(args.agent):
            return False
        only = trigger.joins or trigger.negated or trigger.speech
        if trigger.anymore:
            return ended(clauses, n)
        left = trigger.type == "treaty.ratify" and ended(clauses, n)
        return not only or left or clauses.negated(n) == trigger.negated

    def _approves_other(self, args: Arguments) -> bool:
        """«Dare il via libera all'uscita»: another act of the treaty's life is what is approved."""
        chunks = [c for r in ("to", "for", "of") for c in args.slots.get(r, [])]
        return any("treaty.withdraw" in m.ids("trigger") for c in chunks for p in nested(c) for m in p.marks)

    def _verbal(self, clauses: Clauses, n: int, tail: list[str], marked: Marked) -> int | None:
        """Word after the phrase, when the words after the verb group, which is its head, spell it.

        «Put the treaty on hold»: before a preposition the object may stand between.
        """
        at = self._spelt(marked, clauses.row[n].last, tail)
        after = clauses.row[n + 1] if n + 1 < len(clauses.row) else None
        if at is None and tail[0] in self.pack.bases and after is not None and after.bare:
            at = self._spelt(marked, max(p.last for p in nested(after)), tail)
        return at

    def _spelt(self, marked: Marked, start: int, tail: Sequence[str]) -> int | None:
        """Word after the fixed complement where it begins at ``start``."""
        at = start
        for wanted in tail:
            at = self._next_word(marked, at, start + len(tail) + 6, wanted)
            if at < 0 or not self._alike(marked.tokens[at].low, wanted):
                return None
            if wanted in self.pack.words.articulated and self._compound(marked, at):
                return None  # "c'è un impegno da parte di", which is not to be "dalla parte di" somebody
            at += 1
        return at

    def _compound(self, marked: Marked, at: int) -> bool:
        """Does a preposition of several words, without an article, begin here?"""
        words, bases = [t.low for t in marked.tokens[at : at + 4]], self.pack.bases
        compounds = [c.split() for c in self.pack.words.compounds if " " in c]
        return any(
            words[:1] == c[:1] and [bases.get(w, w) for w in words[: len(c)]] == [bases.get(w, w) for w in c]
            for c in compounds
        )

    def _next_word(self, marked: Marked, at: int, end: int, wanted: str) -> int:
        """The next word that is no article, adverb or time, -1 where there is none before ``end``."""
        words = self.pack.words
        skipped = self.skipped if wanted in self.pack.bases else self.skipped_partitives
        while at < min(end, len(marked.tokens)):
            low = marked.tokens[at].low
            if low == wanted:
                return at
            if at in marked.times:
                at = marked.times[at][0]
            elif at in marked.numbers and marked.numbers[at][1].kind == "ordinal":
                at = marked.numbers[at][0]  # "devient le 32e membre"
            elif low in skipped or (words.adverb_endings and low.endswith(words.adverb_endings)):
                at += 1
            else:
                return at
        return -1

    def _of_tail(self, clauses: Clauses, n: int, at: int, args: Arguments, spoken: set[int]) -> None:
        """«Si è detto preoccupato per …»: what hangs on the participle in the phrase belongs to the phrase."""
        for k in range(n + 1, len(clauses.row)):
            if clauses.row[k].first >= at:
                return
            if clauses.row[k].kind == "vg" and clauses.row[k].group.form == "inf" and args.theme is None:
                spoken.add(k)
                args.theme = clauses.behind(k)  # "fecero esplodere un ordigno"
                for relation, chunks in clauses.arguments(k).slots.items():
                    args.slots.setdefault(relation, []).extend(chunks)  # "ceased to be a party to the pact"
            if clauses.row[k].kind == "vg" and clauses.row[k].group.form == "part":
                spoken.add(k)
                for relation, chunks in clauses.arguments(k).slots.items():
                    args.slots.setdefault(relation, []).extend(chunks)

    def _subject(self, trigger: Trigger, clauses: Clauses, n: int, at: int, args: Arguments, spoken: set[int]) -> None:
        """Whom the phrase is told of: who goes without saying, or what stands behind it."""
        if not trigger.subject_theme:
            self.filler.unspoken.recall(clauses, n, args)
            return
        if args.agent is None or clauses.row[n].last <= args.agent.first < at:
            args.agent = None
            self._postposed(clauses, n, at, args, spoken)
        if args.theme is None:
            args.theme, args.agent = args.agent, None

    def _postposed(self, clauses: Clauses, n: int, at: int, args: Arguments, spoken: set[int]) -> None:
        """«Diventa operativo il trattato»: the subject stands behind the phrase, whose own words are none."""
        if args.theme is not None and args.theme.last > at:
            return
        for k in range(n + 1, len(clauses.row)):
            chunk = clauses.row[k]
            if chunk.last <= at:
                spoken.add(k)
            elif chunk.bare:
                args.theme = chunk
                self.actants.add_parties(clauses, chunk, args)
                return
            elif chunk.kind not in ("time", "other") and not (chunk.kind == "np" and chunk.prep):
                return

    def _alike(self, word: str, wanted: str) -> bool:
        """The same word, preposition or adjective in another form ("è operativo", "sono operative")."""
        return self.pack.bases.get(word, word) == self.pack.bases.get(wanted, wanted) or (
            self.pack.lemma(word) == self.pack.lemma(wanted)
        )

    def _has_verb(self, clauses: Clauses, n: int) -> bool:
        return any(c.kind == "vg" and c.verb and c.verb.finite for c in clauses.row[max(0, n - 2) : n])

    def _verbless(
        self, clauses: Clauses, n: int, chunk: Chunk, triggers: Sequence[Trigger]
    ) -> Iterator[Draft | Missing]:
        after = next((c for c in clauses.row[n + 1 : n + 4] if c.bare), None)
        before = next((c for c in reversed(clauses.row[:n]) if c.bare), None)
        owned = next((c for c in clauses.noun_arguments(n, chunk).slots.get("of", []) if c.has("treaty")), None)
        for trigger in triggers:
            args = Arguments(theme=owned or (after if after is not None and after.has("treaty") else before))
            self.actants.add_parties(clauses, args.theme, args)
            if args.theme is not None and args.theme.has("treaty"):
                yield from self.filler.drafts(trigger, args, n, chunk, nominal=True)


def _rank(phrase: Phrase) -> int:
    return phrase.rank
