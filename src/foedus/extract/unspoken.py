"""Who acts where the clause does not say: the subject spoken of, the state in which consent is given."""

from dataclasses import replace

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft
from foedus.extract.pacts import Pacts
from foedus.extract.register import SMALL
from foedus.extract.who import Who


class Unspoken:
    """Finds those who act without being named again, in one article."""

    def __init__(self, who: Who, pacts: Pacts) -> None:
        self.who, self.pacts, self.pack = who, pacts, who.lexicon.language

    def recall(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """«Ha ratificato il patto a marzo»: gives a verb without any subject the one spoken of, where it agrees."""
        if args.agent is None and (agent := self._dropped(clauses, n, args)) is not None:
            args.agent, args.recalled = agent, True

    def _dropped(self, clauses: Clauses, n: int, args: Arguments) -> Chunk | None:
        verb, words = clauses.row[n].group, self.pack.words
        spoken = args.unspoken and verb.finite and not (verb.passive or verb.personal or verb.mood.startswith("subj"))
        if not words.plural_endings or not spoken or verb.reflexive:
            return None
        if self.who.lexicon.only_tells(verb.lemma):
            return None  # speech acts have a memory of their own: who spoke last
        quotes = sum(c.kind == "quote" for c in clauses.row[:n])
        chunk = self.who.discourse.subject_before
        if chunk is None or quotes % 2 or clauses.relative(n):
            return None
        counted = chunk.number is not None and (chunk.number.low or 0) > 1
        several = bool(chunk.coords) or chunk.article in words.plural_articles or counted
        return moved(chunk, clauses.row[n].first) if several == verb.plural and self.who.actors(chunk) else None

    def fits(self, draft: Draft) -> bool:
        """Can those who act, told by the sentence before alone, be parties of the treaty?"""
        parties = (
            self.pacts.register.parties(draft.object) if draft.type.startswith("treaty.") and draft.object else set()
        )
        return not 0 < len(parties) <= SMALL or {self.who.principal(a) for a in draft.actors} <= set(parties)

    def goes_on(self, draft: Draft, theme: Chunk | None) -> None:
        """«Quatre autres de ces appareils ont été remis en mai»: arms of the same kind, given by and to the same."""
        act, words = self.who.discourse.act, self.pack.words
        again = act is not None and act.type == draft.type and act.object == draft.object is not None
        if (
            draft.nominal
            or act is None
            or not again
            or not draft.type.startswith("transfer.")
            or draft.actors
            or theme is None
        ):
            return
        pointing = words.definite_forms | words.demonstratives | words.further
        parts = [p for t in theme.all() for p in (t, *t.of)]
        if any(p.article in pointing or not pointing.isdisjoint(p.words) for p in parts) and (
            not draft.targets or draft.targets == act.targets
        ):
            draft.actors, draft.targets = [*act.actors], [*act.targets]
            draft.because.append("actors:spoken_of")

    def consents(self, draft: Draft, args: Arguments) -> None:
        """«In Italia il trattato sarà sottoposto alle Camere»: the state in which consent is given gives it."""
        passive = args.verb is not None and args.verb.kind == "vg" and args.verb.group.passive
        told = bool(draft.actors) or args.agent is not None
        if told or not passive or draft.type not in ("treaty.submit", "treaty.ratify"):
            return
        inside = [c for c in [*args.before, *args.slots.get("in", [])] if "in" in c.relations and c.has("state")]
        draft.actors = [i for c in inside[:1] for i in self.who.states.of(c, deep=False)]


def moved(chunk: Chunk, at: int) -> Chunk:
    """The phrase that a pronoun stands for, at the pronoun's place."""
    return replace(
        chunk,
        first=at,
        last=at + 1,
        of=[moved(c, at) for c in chunk.of],
        coords=[moved(c, at) for c in chunk.coords],
        apposed=[],
    )
