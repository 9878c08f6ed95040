"""Whom a speech act is about, where its clause names nobody in a role: doers of the deed, parties of the pact."""

from collections.abc import Iterator, Sequence

from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft
from foedus.extract.pacts import Pacts
from foedus.extract.who import Who

_AGAINST = ("statement.concern", "statement.accuse")
_NEVER = ("statement.assess",)
# phrases of place, time and source name nobody whom the act is about
_ASIDE = frozenset({"in", "at", "near", "during", "after", "before", "under", "according", "by", "since"})


class Addressees:
    """Completes the speech acts of one sentence."""

    def __init__(self, who: Who, pacts: Pacts, clauses: Clauses) -> None:
        self.who, self.pacts, self.clauses, self.row = who, pacts, clauses, clauses.row

    def complete(self, draft: Draft, drafts: Sequence[Draft]) -> None:
        """Set the targets, and the treaty, of a speech act from what it is about."""
        if not draft.type.startswith("statement.") or draft.type in _NEVER:
            return
        topic = list(self._topic(draft))
        if draft.type == "statement.deny":
            self._answered(draft, topic, drafts)
            return
        deeds = self._doers(draft, topic, drafts)
        if draft.type in _AGAINST and deeds:
            draft.targets = deeds
        elif not draft.targets:
            draft.targets = deeds or self._parties(draft, topic) or self._named(draft, topic)
        own = self._principals(draft.actors)
        draft.targets = [t for t in dict.fromkeys(draft.targets) if self.who.principal(t) not in own]

    def _topic(self, draft: Draft) -> Iterator[Chunk]:
        """Phrases that tell what the act is about, the nearest first."""
        n = draft.verb_row if draft.verb_row is not None else draft.row
        chunk = self.row[n]
        if chunk.kind != "vg":
            yield from self._after(n)
            return
        args = self.clauses.arguments(n)
        if draft.because[0].startswith("evaluation:"):
            if chunk.group.lemma in self.clauses.pack.speech.naming:
                yield from (c for c in (args.theme,) if c is not None)
            else:
                yield from (c for c in (args.agent,) if c is not None)
            return
        if draft.nominal:
            yield from self._after(draft.row)
            return
        if args.theme is not None and not self.who.actors(args.theme):
            yield args.theme
        yield from self._after(n)

    def _after(self, n: int) -> Iterator[Chunk]:
        """The phrases behind a word up to the end of its clause, then those of the clause that depends on it."""
        opened = False
        for k in range(n + 1, len(self.row)):
            chunk = self.row[k]
            if chunk.kind == "punct" and chunk.words[0] in ";:":
                return
            if chunk.kind in ("sub", "rel") or (chunk.kind == "that" and opened):
                return
            if chunk.kind == "punct" or (chunk.kind == "conj" and self._clause_follows(k)):
                return
            if chunk.kind == "that":
                opened = True
            elif chunk.kind == "vg" and chunk.group.finite:
                if opened:
                    agent = self.clauses.arguments(k).agent
                    yield from (c for c in (agent,) if c is not None)
                return
            elif chunk.kind == "np" and not opened and _ASIDE.isdisjoint(chunk.relations):
                yield chunk

    def _clause_follows(self, k: int) -> bool:
        return k + 1 < len(self.row) and self.row[k + 1].kind == "vg"

    def _doers(self, draft: Draft, topic: Sequence[Chunk], drafts: Sequence[Draft]) -> list[str]:
        """Who does the deeds named in the topic."""
        spans = [(c.first, c.last) for top in topic for c in nested(top)]
        deeds = [d for d in drafts if not d.type.startswith(("statement.", "treaty.", "relation.", "diplomacy."))]
        inside = [d for d in deeds if any(a <= d.head < b for a, b in spans)]
        own = self._principals(draft.actors)
        doers = [a for d in inside for a in d.actors] or self._known(topic)
        return [a for a in doers if self.who.principal(a) not in own]

    def _known(self, topic: Sequence[Chunk]) -> list[str]:
        """«Ha condannato l'attacco»: of a known deed, who did it last."""
        definite = self.clauses.pack.words.definite_forms
        for top in topic[:1]:
            types = [i for m in top.marks for i in m.ids("trigger") if i.startswith(("attack.", "arms.", "forces."))]
            if types and top.article in definite and not top.of and len(top.marks) == 1:
                return list(self.who.discourse.doers.get((types[0], None), ()))
        return []

    def _answered(self, draft: Draft, topic: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
        """«Ha respinto le critiche di X»: a denial answers who made the charge."""
        spans = [(c.first, c.last) for top in topic for c in nested(top)]
        charges = [d for d in drafts if d is not draft and d.type.startswith("statement.")]
        makers = [a for d in charges for a in d.actors if any(x <= d.head < y for x, y in spans)]
        own = self._principals(draft.actors)
        if makers:
            draft.targets, draft.object = [m for m in dict.fromkeys(makers) if self.who.principal(m) not in own], None

    def _parties(self, draft: Draft, topic: Sequence[Chunk]) -> list[str]:
        """The parties of the pact that the topic names; the pact becomes the object."""
        for top in topic:
            treaty = next((p for p in nested(top) if p.has("treaty")), None)
            linked = self.pacts.link(treaty) if treaty is not None else None
            if linked is not None:
                draft.object = draft.object or linked
                parties = sorted(self.pacts.parties(linked))
                return parties if len(parties) == 2 else []
        return []

    def _named(self, draft: Draft, topic: Sequence[Chunk]) -> list[str]:
        """Everybody that the topic names, in its adjectives and in the phrases that hang on it too."""
        return [i for top in topic for part in nested(top) for i in (self.who.actors(part) or self.who.states(part))]

    def _principals(self, ids: Sequence[str]) -> set[str]:
        return {self.who.principal(i) for i in ids}
