"""Verbs that tell what a treaty lays down: by the verb, its complement, its tense, or the phrases beside it."""

from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.contents import Contents
from foedus.extract.formulas import Formulas
from foedus.extract.grounds import Grounds
from foedus.extract.marks import Marked
from foedus.extract.mentions import Mentions
from foedus.extract.pacts import Pacts
from foedus.extract.undertakings import Undertakings


class Rulings:
    """Finds such verbs in one sentence."""

    def __init__(
        self, pacts: Pacts, clauses: Clauses, marked: Marked, contents: Contents, mentions: Mentions, grounds: Grounds
    ) -> None:
        self.who, self.clauses, self.row, self.marked = pacts.who, clauses, clauses.row, marked
        self.contents, self.mentions, self.grounds = contents, mentions, grounds
        self.undertakings, self.formulas = Undertakings(pacts, clauses, contents), Formulas(clauses, mentions)
        self.pack, self.words = clauses.pack, clauses.pack.triggers.provision

    def speak(self, n: int) -> bool:
        """A verb of provisions; "avere" with a duration or the like; "è considerato un attacco contro tutti"."""
        lemma = self.row[n].group.lemma
        if lemma in self.words.verbs or self._phrase(n) is not None:
            return True
        args = self.clauses.given(n)
        words = {self.pack.lemma(w) for c in (args.theme, args.agent) if c is not None for w in c.words}
        return (
            (lemma in self.words.giving and self._gives(n))
            or (lemma in self.words.stating and self._states(n))
            or self.revised(n)
            or (bool(words & self.words.having) and lemma in self.pack.tables.auxiliary_verbs)
            or self._predicate(n)
            or self.formulas.holds(n)
            or self.undertakings.told(n)
            or self.lasts(n)
            or self.grounds.phrase(n) is not None
        )

    def _states(self, n: int) -> bool:
        """«The text says that both sides will …»: one text says it, and nobody who shares its clause."""
        subject = self.clauses.subject(n)[0]
        if subject is None or self.row[n].group.plural or self.contents.that(n) is None:
            return False
        return self.mentions.within(subject) is not None or self.mentions.part(subject)

    def _gives(self, n: int) -> bool:
        """«Gives US forces access to seven bases», «ouvre l'armée aux recrues papouanes»: to somebody."""
        near = [c for c in self.row[n + 1 : n + 5] if c.kind == "np" and not c.has("treaty", "text")]
        if any(c.has("instrument", "notice") for c in near):
            return False  # "hands its instrument of ratification to the depositary"
        return any(self._somebody(c) or any(p.has("pair") for p in nested(c)) for c in near)

    def _somebody(self, chunk: Chunk) -> bool:
        named = chunk.has("forces", "pair", "group") or self.who.actors(chunk) or self.who.states.of(chunk)
        return bool(named) or not self.words.parties.isdisjoint(map(self.pack.lemma, chunk.words))

    def _itself(self, n: int) -> bool:
        """Is the treaty, its text or a pronoun for it the subject?"""
        subject = self.clauses.subject(n)[0]
        if subject is None:
            return False
        return (
            self.mentions.within(subject) is not None
            or self.mentions.part(subject)
            or bool(self.words.pronouns & set(subject.words[:1]))
        )

    def revised(self, n: int) -> bool:
        """«It can be ended on a year's notice», «is extended automatically»: how it may change or end."""
        verb = self.row[n].group
        if verb.lemma not in self.words.revising or not verb.finite or verb.tense not in ("pres", "fut"):
            return False
        if verb.perfect and not verb.modal:
            return False
        tokens = self.marked.tokens[self.row[n].first : self._end_of(n)]
        ruled = verb.modal in self.words.duties or any(t.low in self.words.ruling for t in tokens)
        return ruled and (verb.passive or verb.reflexive) and self._itself_or_silent(n)

    def _end_of(self, n: int) -> int:
        """Word after the two chunks behind a verb."""
        return self.row[min(n + 2, len(self.row) - 1)].last

    def _itself_or_silent(self, n: int) -> bool:
        return self._itself(n) or (self.clauses.subject(n)[0] is None and self.who.discourse.topic is not None)

    def _phrase(self, n: int) -> str | None:
        """«Mette al bando le mine»: a verb of provisions and its fixed complement."""
        tokens, last = self.marked.tokens, self.row[n].last
        if last < len(tokens) and tokens[last].low in self.pack.words.adverbs:
            last += 1  # "porte aussi sur"
        lemma = self.row[n].group.lemma
        for phrase in self.words.phrases:
            if not phrase.startswith(lemma):
                continue
            head, *tail = phrase.split()
            spelt = lemma == head and [t.low for t in tokens[last : last + len(tail)]] == tail
            if spelt or lemma == phrase:
                return phrase
        return None

    def _predicate(self, n: int) -> bool:
        """«Non è giuridicamente vincolante»: a treaty is something that its own law says."""
        be = self.row[n].group.lemma in self.pack.tables.auxiliaries.get("be", ())
        after = [t.low for t in self.marked.tokens[self.row[n].last : self.row[n].last + 3]]
        return be and any(self.pack.lemma(w) in self.words.predicates for w in after)

    def lasts(self, n: int) -> bool:
        """«The pact is valid for five years», «runs for ten»: a present with a length of time behind it."""
        verb = self.row[n].group
        told = verb.tense in ("pres", "fut") or (verb.passive and verb.tense in ("past", "impf"))
        if verb.lemma not in self.words.lasting or not verb.finite or not told or (verb.perfect and not verb.passive):
            return False
        spans = [c for c in self.row[n + 1 : n + 4] if c.time is not None]
        lasts = bool(spans) and spans[0].time is not None and spans[0].time.kind == "duration"
        return lasts and self._itself_or_silent(n)
