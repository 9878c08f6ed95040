"""Pacts of one kind that several states make with the same partner: each of them has its own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft
from foedus.extract.pacts import Pacts
from foedus.packs.language import Language


class Partners:
    """Tells whose pact is meant when others "do the same" or "sign similar agreements", in one article."""

    def __init__(self, pacts: Pacts) -> None:
        self.pacts, self.who = pacts, pacts.who

    def alike(self, treaty: str, state: str, year: int | None = None, with_: str | None = None) -> str | None:
        """The pact of ``state`` with the same partner as in ``treaty``; None where it is not sure who that is.

        It is ``with_``, else the party with which a file knows a pact of the state by most of the same words.
        """
        parties = self.pacts.register.parties(treaty)
        if len(parties) != 2 or state in parties:
            return None
        found = {p: self._closest(treaty, p, state) for p in sorted(parties) if with_ in (None, p)}
        best = max((shared for _, shared in found.values()), default=0)
        partners = [p for p, (_, shared) in found.items() if shared == best]
        if len(partners) != 1 or (with_ is None and not best):
            return None
        return self.pacts.register.of_pair([partners[0], state], found[partners[0]][0], [year] if year else [])

    def _closest(self, treaty: str, partner: str, state: str) -> tuple[list[str], int]:
        """The filed pact of two states whose names share most words with those of ``treaty``, and how many."""
        language = self.who.lexicon.language

        def words(t: str) -> set[str]:
            file = self.pacts.register.treaties.get(t)
            names = file.names.get(language.code, ()) if file is not None else ()
            return {w for n in names for w in language.normal(n)}

        shared = {t: len(words(t) & words(treaty)) for t in self.pacts.register.files.between((partner, state))}
        best = max(shared, key=lambda t: (shared[t], t), default=None)
        return ([best], shared[best]) if best is not None else ([], 0)

    def same_kind(self, chunk: Chunk | None) -> bool:
        """Is a phrase for a pact, or a possessive that stands for one, one of "similar agreements", of "theirs"?"""
        if chunk is None or chunk.kind != "np":
            return False
        language = self.who.lexicon.language
        if not chunk.marks:
            return language.triggers.alike.issuperset(w for w in chunk.words if w not in language.words.articles)
        return chunk.has("treaty", "text") and another_like(chunk, language)

    def own_kind(self, chunk: Chunk | None, agents: Iterable[str]) -> bool:
        """«Belgium signed *its own* agreement»: said of states that are no parties of the pact spoken of."""
        if chunk is None or not chunk.has("treaty", "text") or chunk.of:
            return False
        owned = self.who.lexicon.language.words.owned.intersection(chunk.words)
        states = {s for s in map(self.who.principal, agents) if len(s) == 3}
        base = self.base() if owned and states else None
        return base is not None and self.pacts.register.parties(base).isdisjoint(states)

    def base(self) -> str | None:
        """The pact that another one is like: the last one named, of two rather than of many."""
        known = self.pacts.discourse
        spoken = [t for t in (known.introduced, known.topic, known.treaty, known.lead) if t]
        return next((t for t in spoken if len(self.pacts.register.parties(t)) == 2), next(iter(spoken), None))

    def own(self, draft: Draft) -> Iterator[Draft]:
        """«Similar pacts were signed by X and Y»: one draft for the pact of each, none where it is not sure."""
        base = self.base()
        states = list(dict.fromkeys(s for s in map(self.who.principal, draft.actors) if len(s) == 3))
        if base is None or not self.pacts.register.parties(base).isdisjoint(states):
            filed = self.pacts.register.of_pair(states, [], []) if len(states) == 2 else None
            yield from [replace(draft, object=filed)] if filed in self.pacts.register.treaties else []
            return
        both = draft.type in ("treaty.sign", "treaty.negotiate")
        for actor in draft.actors:
            made = self.alike(base, self.who.principal(actor))
            others = (
                [p for p in sorted(self.pacts.register.parties(made)) if p != self.who.principal(actor)] if made else []
            )
            if made is not None:
                actors = [actor, *others] if both else [actor]
                yield replace(draft, actors=actors, targets=[] if both else others, object=made)

    def partner(self, act: Draft) -> str | None:
        """Who stands beside the agent in a pact that an act tells of."""
        agent = act.actors and "actors:agent" in act.because and self.who.principal(act.actors[0])
        others = self.pacts.register.parties(act.object or "") - {agent}
        return next(iter(others)) if agent and len(others) == 1 else None

    def each(self, again: Draft, act: Draft) -> Iterator[Draft]:
        """An act told again by others: of a pact of many as it is, of a pact of two once for each of them.

        Nothing is told where it is not sure with whom the others have a pact.
        """
        if act.object is None or len(self.pacts.register.parties(act.object)) != 2:
            yield again
            return
        days = again.when.days() if again.when is not None else None
        year = days.first.year if days and days.first and again.type == "treaty.sign" else None
        for actor in again.actors:
            state = self.who.principal(actor)
            if state in self.pacts.register.parties(act.object):
                yield replace(again, actors=[actor], targets=[t for t in again.targets if t != state])
                continue
            made = self.alike(act.object, state, year, self.partner(act))
            other = next((p for p in sorted(self.pacts.register.parties(made)) if p != state), None) if made else None
            if made is None or other is None:
                continue
            both = again.type in ("treaty.sign", "treaty.negotiate")
            targets = [] if both or not act.targets else [other]
            yield replace(again, actors=[actor, other] if both else [actor], targets=targets, object=made)


def another_like(chunk: Chunk, language: Language) -> bool:
    """«Un accordo analogo», «un texte du même type»: is a phrase for a pact one for another of its kind?"""
    alike = language.triggers.alike
    if not alike.isdisjoint(" ".join(w for w in c.words if w not in language.words.articles) for c in chunk.of):
        return True
    words = [w for w in chunk.words if w not in language.words.possessives]
    return any(language.lemma(w) in alike or w in alike for w in words)
