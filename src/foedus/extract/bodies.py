"""Bodies by their names or their sort: ministries, services, state media, forces, organisations by their seat."""

from foedus.extract.chambers import Chambers
from foedus.extract.chunks import Chunk
from foedus.extract.marks import Mark


class Bodies:
    """Resolves bodies in one article."""

    def __init__(self, chambers: Chambers) -> None:
        self.chambers, self.states = chambers, chambers.states
        self.world, self.discourse, self.language = chambers.world, chambers.discourse, chambers.language
        self._seats = {b.seat: i for i, b in self.world.organisations.items() if b.seat}

    def ministry(self, part: Chunk, mark: Mark) -> list[str]:
        """A ministry by its name, of the state in the phrase, else of the one whose was spoken of."""
        states = self.states.of(part)
        name = mark.ids("ministry")[0]
        if name == "last":
            known = self.discourse.ministry
            return states[:1] or ([known] if known and not part.of else [])
        if states:
            self.discourse.meet_ministry(name, states[0])
            return [f"gov:{states[0]}_{name}"]
        known = self.discourse.ministries.get(name)
        if part.article in self.language.words.possessives:
            known = next(iter(self.states.owner()), known)
        return [f"gov:{known}_{name}"] if known else []

    def intelligence(self, part: Chunk, mark: Mark) -> list[str]:
        """The secret service of each state in the phrase."""
        return [f"agency:{s}_intelligence" for s in self.states.of(part)]

    def press(self, part: Chunk, mark: Mark) -> list[str]:
        """Outlets by name, else the state media of the first state in the phrase."""
        outlets = part.ids("outlet")
        return outlets or [f"media:{s}_state_media" for s in self.states.of(part)[:1]]

    def name(self, mark: Mark) -> list[str]:
        """A body's own name before the state that it stands for."""
        for id_ in mark.ids("organisation"):
            body = self.world.organisations[id_]
            if body.kind == "ministry":
                self.discourse.meet_ministry(id_.rpartition("_")[2], body.of or "")
            if self.chambers.common(mark) and body.of and not self.discourse.states[body.of]:
                return self.chambers.namesake() or [id_]  # "the House of Representatives", in news of Japan
            if body.kind in ("parliament", "chamber") and body.of:
                known = self.discourse.chamber
                self.discourse.chamber = body.of if known in (None, body.of) else ""
        return mark.ids("organisation", "outlet")[:1] or self._by_capital(mark) or mark.ids("state", "metonym")[:1]

    def _by_capital(self, mark: Mark) -> list[str]:
        """«Brussels», where the article names the EU: the body whose seat the capital is."""
        body = None if mark.has("state") else next((self._seats.get(i) for i in mark.ids("metonym")), None)
        state = mark.ids("metonym")[0] if body else ""
        return [body] if body and self.discourse.bodies[body] > self.discourse.states[state] else []

    def of_others(self, named: list[str], part: Chunk) -> list[str]:
        """«I marines dell'esercito delle Filippine»: forces by a name of one state that are another's."""
        bodies = self.world.organisations
        forces = [i for i in named if i in bodies and bodies[i].kind == "forces"]
        states = [s for inner in part.of for s in self.states.of(inner)] if forces else []
        return states[:1] if states and bodies[forces[0]].of not in states else []

    def closing(self, part: Chunk) -> list[str]:
        """«NATO member Lithuania»: where the head stands last, a name behind a noun is who is meant."""
        if not self.language.words.head_final or part.unknown or len(part.marks) < 2:
            return []
        names: list[str] = []
        for mark in reversed(part.marks):
            if not mark.has("state", "metonym", "organisation") or only_adjective(mark):
                return names
            names[:0] = self.name(mark)
        return []


def only_adjective(mark: Mark) -> bool:
    """Does a word say no more than of which nation something is?"""
    return bool(mark.entities) and not mark.nouns and all(e.kind == "adjective" for e in mark.entities)
