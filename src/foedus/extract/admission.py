"""What a trigger asks of the clause around it before it opens a frame."""

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.themes import Themes
from foedus.extract.where import Where
from foedus.extract.who import Who
from foedus.packs.triggers import Trigger


class Admission:
    """Judges clauses of one article."""

    def __init__(self, who: Who, themes: Themes, where: Where) -> None:
        self.where = where
        self.who, self.themes, self.language = who, themes, who.lexicon.language

    def admits(self, trigger: Trigger, args: Arguments, theme: Chunk | None, nominal: bool) -> bool:
        """Do agent, addressee ("presentare alla Duma"), theme and what stands beside it fit?"""
        if trigger.indefinite and not nominal and "treaty" in trigger.theme and not self._new(theme):
            return False
        if (
            nominal
            and trigger.type == "treaty.withdraw"
            and args.agent is not None
            and args.agent.has("forces", "army")
        ):
            return False  # "US forces completed their pullout"
        meets = trigger.type == "diplomacy.meet" and trigger.optional_theme and theme is not None
        if meets and theme is not None and theme.has("forces", "arms", "base", "goods", "treaty"):
            return False  # "accueille un bataillon"
        if trigger.beside and not any(args.slots.get(relation) for relation in trigger.beside):
            return False
        if trigger.candidate and not self._candidate(args, theme):
            return False
        if trigger.asks and not self._told_where(trigger, args):
            return False
        if trigger.to:
            slots = ["to", *(["for"] if trigger.modality else [])]
            slots += [s for s, role in trigger.slots.items() if role == "targets"]  # "put before parliament"
            chunks = [c for s in slots for c in args.slots.get(s, [])]
            receives = "actor" in trigger.to
            return any(
                self.themes.fits(c, trigger.to) or self._is_body(c) or (receives and self._of_state(c)) for c in chunks
            )
        if trigger.agents:
            agent = args.agent or next(iter([*args.slots.get("by", []), *args.slots.get("of", [])]), None)
            return agent is not None and (
                self.themes.fits(agent, trigger.agents)
                or self._is_body(agent)
                or (("head" in trigger.agents or not nominal) and self._is_head(agent))
            )
        return True

    def _candidate(self, args: Arguments, theme: Chunk | None) -> bool:
        """Does a state let another one into the organisation that the article speaks of?"""
        pacts = self.themes.pacts
        joins = self.who.states.of(theme, deep=False)
        own = {self.who.principal(i) for i in self.who.actors(args.agent)}
        known = bool(self.who.discourse.acceding or pacts.accessions.founding())
        return known and len(joins) > 0 and bool(own) and own.isdisjoint(joins) and not self._treaty_too(args)

    def _treaty_too(self, args: Arguments) -> bool:
        return any(c.has("treaty", "trigger", "arms", "goods") for cs in args.slots.values() for c in cs)

    def _told_where(self, trigger: Trigger, args: Arguments) -> bool:
        """Does a phrase of a wanted relation name a place or somebody? What is left is a place."""
        asked = set(trigger.asks)
        found = [c for r in trigger.asks for c in args.slots.get(r, [])]
        found += [c for c in args.before if asked & set(c.relations)]
        found += [args.after] if "object" in asked and args.after is not None else []
        places = [p for c in found if not c.has("treaty", "organisation") for p in [*c.all(), *c.of]]
        if any(self.where.place(p) for p in places) or "from" in asked:
            return any(self.where.place(p) for p in places)
        based = any(p.has("base") and self.who.states.of(p) for p in places)
        return based or any(self.who.actors(p) for c in found for p in [*c.all(), *c.of])

    def _of_state(self, chunk: Chunk) -> bool:
        """«41 million euros for Moldova's army»."""
        return chunk.has("stateword", "forces") and bool(self.who.states.of(chunk))

    def _new(self, theme: Chunk | None) -> bool:
        """«Wants a pact with X»: a new one, and none that has a name."""
        words = self.language.words
        if theme is None:
            return False
        named = any(i.startswith("treaty:") for i in theme.ids("treaty"))
        return theme.article in words.indefinite or (not theme.article and not named)

    def _is_body(self, chunk: Chunk) -> bool:
        bodies = self.who.world.organisations
        return any(
            e.id in bodies and bodies[e.id].kind in ("parliament", "chamber") for m in chunk.marks for e in m.entities
        )

    def _is_head(self, chunk: Chunk) -> bool:
        """A head of state signing the law of ratification."""
        for id_ in self.who.actors(chunk):
            person = self.who.world.persons.get(id_.removeprefix("person:"))
            if person and any(t.office in ("head_of_state", "monarch", "president") for t in person.terms):
                return True
        return False
