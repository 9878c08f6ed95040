"""Whom aid is for where the sentence does not say: the other party of the pact that the article has just told of."""

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.draft import Draft
from foedus.extract.pacts import Pacts
from foedus.packs.triggers import Trigger


class Recipients:
    """Finds them in one article."""

    def __init__(self, pacts: Pacts) -> None:
        self.pacts, self.who = pacts, pacts.who
        self.aid = pacts.who.lexicon.language.nouns.aid

    def known(self, draft: Draft, trigger: Trigger, theme: Chunk | None, args: Arguments) -> bool:
        """Does the article show for whom the aid is that a trigger asks a recipient of?"""
        return trigger.to == ("actor",) and self._meant(draft, theme, args) is not None

    def complete(self, draft: Draft, theme: Chunk | None, args: Arguments) -> None:
        """Names the recipient where nothing else does."""
        partner = self._meant(draft, theme, args) if not draft.targets else None
        if partner is not None and partner not in map(self.who.principal, draft.actors):
            draft.targets = [partner]
            draft.because.append("targets:spoken_of")

    def _meant(self, draft: Draft, theme: Chunk | None, args: Arguments) -> str | None:
        """«Madrid promised a billion in military aid»: the partner, where the sentence names no third state."""
        if draft.nominal or not draft.type.startswith("transfer.") or theme is None or not self._is_aid(theme, args):
            return None
        known = self.who.discourse
        giver = {self.who.principal(i) for i in self.who.actors(args.agent)}
        treaty = known.introduced or known.topic or known.lead
        parties = self.pacts.register.parties(treaty) if treaty else frozenset[str]()
        if len(parties) != 2 or len(giver) != 1 or not giver <= parties or not set(known.here) <= parties:
            return None
        (other,) = parties - giver
        return other if other in self.who.world.states else None

    def _is_aid(self, theme: Chunk, args: Arguments) -> bool:
        """Aid in arms, or an amount of it: "promises help" may be what a pact lays down."""
        counted = any(c.number is not None for c in (theme, args.theme) if c is not None)
        sorts = ("arms", "goods") if counted else ("arms",)
        keys = (m.key.split() for p in nested(theme) for m in p.marks if m.has(*sorts))
        return any(not self.aid.isdisjoint(key) for key in keys)
