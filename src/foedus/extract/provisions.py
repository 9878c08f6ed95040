"""What a treaty says: obligations, conditions, prohibitions and fields of cooperation."""

from collections.abc import Iterator, Sequence

from foedus.extract.clauses import Clauses
from foedus.extract.contents import Contents
from foedus.extract.draft import Draft
from foedus.extract.duties import Duties
from foedus.extract.grounds import Grounds
from foedus.extract.laws import UNDOING
from foedus.extract.marks import Marked
from foedus.extract.mentions import Mentions
from foedus.extract.pacts import Pacts
from foedus.extract.register import SMALL
from foedus.extract.rulings import Rulings
from foedus.extract.sources import Sources
from foedus.extract.terms import Terms
from foedus.extract.verbgroups import VerbGroup
from foedus.extract.who import Who


class Provisions:
    """Reads the provisions of one sentence."""

    def __init__(self, who: Who, pacts: Pacts, clauses: Clauses, marked: Marked) -> None:
        self.who, self.pacts, self.clauses, self.row = who, pacts, clauses, clauses.row
        self.pack, self.words = who.lexicon.language, who.lexicon.language.triggers.provision
        self.mentions = Mentions(clauses, self.pack)
        self.contents = Contents(who, pacts, clauses, marked)
        self.terms, self.duties = Terms(who, pacts, self.contents, clauses), Duties(who, pacts, clauses, marked)
        grounds = Grounds(pacts, clauses, self.mentions, self.duties)
        self.rulings = Rulings(pacts, clauses, marked, self.contents, self.mentions, grounds)
        self.sources = Sources(pacts, clauses, self.mentions, self.terms, grounds, self.rulings)

    def drafts(self) -> Iterator[Draft]:
        """A draft for each thing laid down, and none for what stands inside another."""
        wide: list[Draft] = []
        for draft in [*self._drafts(), *self.terms.drafts()]:
            inside = any(
                w.first <= draft.first and draft.last <= w.last and (w.row < draft.row or draft.nominal) for w in wide
            )
            if inside and (draft.nominal or not self.clauses.relative(draft.row)):
                continue
            wide.append(draft)
        yield from self._once([m for draft in wide for m in self.contents.measured(draft)])

    def _once(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Without what another tells in fewer words, with the same number."""
        for draft in drafts:
            inner = (d for d in drafts if d is not draft and draft.first <= d.first and d.last <= draft.last)
            if draft.quantity is None or not any(d.quantity == draft.quantity for d in inner):
                yield draft

    def allowed(self, draft: Draft) -> Draft | None:
        """«Either party may end it at six months' notice»: a right that the treaty gives, and no act of the two."""
        verb = self.row[draft.row].verb
        if draft.type not in UNDOING or draft.object is None or verb is None:
            return None
        subject = self.clauses.given(draft.row).agent
        words = {self.pack.lemma(w) for w in subject.words[:2]} if subject is not None else set()
        if verb.perfect or verb.modal not in self.words.duties or self.words.parties.isdisjoint(words):
            return None
        last = max(draft.last, self.contents.clause_end(draft.row + 1))  # "… at six months' notice"
        return self.contents.plain(draft.row, draft.object, draft.first, last, verb.lemma)

    def _drafts(self) -> Iterator[Draft]:
        before, told, last = None, None, -1
        for n, chunk in self.clauses.verbs():
            verb = chunk.group
            if verb.form in ("ger", "inf") or (verb.reflexive and verb.lemma in self.words.impersonal):
                continue
            if (verb.mood == "cond" and verb.perfect) or self._denies(verb):
                continue  # "the text would have prolonged …": none that holds
            speaks = self.rulings.speak(n)
            treaty = (self.sources.treaty(n) or (before if self._goes_on(n, last) else None)) if speaks else None
            treaty = None if treaty and self._of_others(n, treaty) else treaty
            if treaty and self._acts_on_treaty(n):
                treaty = None
            duty = None if treaty or self._acts_on_treaty(n) else self.duties.treaty(n, told)
            if speaks or duty:
                before = treaty or duty
            told = treaty or duty or told
            last = n if treaty else last
            if treaty:
                self.who.discourse.treaty = treaty
                yield from self.contents.drafts(n, chunk, treaty, self.rulings.undertakings.forbids(n))
            elif duty:
                yield from self.contents.duties(n, chunk, duty)

    def _of_others(self, n: int, treaty: str) -> bool:
        """«Berne … une clause lui permet de …»: a part of a pact, in a paragraph of states that are no parties."""
        known, subject = self.who.discourse, self.clauses.subject(n)[0]
        if subject is not None and subject.first > self.row[n].first and not self.row[n].group.clitics:
            return self.row[n].group.lemma in self.words.lasting  # "reste le traité d'interdiction"
        part = subject is not None and not subject.has("treaty") and self.mentions.within(subject) is None
        parties, around = self.pacts.register.parties(treaty), set(known.around)
        apart = 0 < len(parties) <= SMALL and bool(around) and around.isdisjoint(parties)
        new = subject is not None and subject.article in self.pack.words.articles & self.pack.words.indefinite
        return part and apart and known.introduced is None and (new or len(around) > 1)

    def _denies(self, verb: VerbGroup) -> bool:
        """«Le texte ne vise personne»: against whom a pact is not aimed is a denial."""
        triggers = self.who.lexicon.verb_triggers.get(verb.lemma, [])
        return verb.negated and any(t.negated and t.type == "statement.deny" for t in triggers)

    def _acts_on_treaty(self, n: int) -> bool:
        """«It left the convention», "it complements the pact of 1951": what its object is, is no content."""
        theme = self.clauses.given(n).theme
        at = next((k for k, c in enumerate(self.row) if c is theme), -1)
        if theme is not None and theme.has("exercise") and self.row[n].group.tense == "past":
            return True  # "it held exercises": what was done
        if theme is None or at < n or not theme.has("treaty") or self.contents.that(n) is not None:
            return False
        return theme.proper or theme.article in self.pack.words.definite | self.pack.words.definite_forms

    def _goes_on(self, n: int, last: int) -> bool:
        """«Dura vent'anni e non contiene …»: a verb without subject after "and" or a comma, like the one before it."""
        verb, opens = self.row[n].group, self.row[n - 1] if n else None
        joined = opens is not None and (opens.kind == "conj" or opens.words == (",",))
        args = self.clauses.given(n)
        behind = last >= 0 and args.agent is not None and args.agent.first > self.row[last].first
        alike = (
            behind
            and opens is not None
            and (opens.kind == "conj" or self.duties.pledge(verb))
            and verb.tense == self.row[last].group.tense
        )
        return joined and verb.finite and not verb.perfect and (args.agent is None or args.inherited or alike)
