"""Persons by their names, and surnames that several bear."""

from foedus.extract.chunks import Chunk
from foedus.extract.marks import Mark
from foedus.extract.states import States
from foedus.model import Interval


class Persons:
    """Resolves persons in one article."""

    def __init__(self, states: States) -> None:
        self.states, self.world, self.discourse = states, states.world, states.discourse
        self.language = states.language

    def named(self, part: Chunk) -> list[str]:
        """Ids of the persons that a phrase names, by full name or surname."""
        found: list[str] = []
        for mark in part.marks:
            if not mark.entities:
                continue
            stranger = bool(part.unknown) and self.language.words.head_final  # "Kim Kardashian", "a Putin aide"
            ids = [e.id for e in mark.entities if e.kind == "person"] or ([] if stranger else self._surname(mark))
            if ids:
                found.append(ids[0])
                self.discourse.meet_person(ids[0], next(iter(part.ids("office")), None))
        return found

    def _surname(self, mark: Mark) -> list[str]:
        """Whom a bare surname means: one named before, else the only bearer in office about then."""
        ids = list(dict.fromkeys(e.id for e in mark.entities if e.kind == "surname"))
        if len(ids) < 2:
            return ids  # the only bearer
        seen = next((p for p in reversed(self.discourse.persons) if p in ids), None)
        if seen:
            return [seen]
        published = self.discourse.published
        states = set(self.discourse.states)
        serving = [
            i
            for i in ids
            if any(
                (published is None or Interval.parse(t.within).meets(published))
                for t in self.world.persons[i.removeprefix("person:")].terms
            )
        ]
        if len(serving) > 1:
            serving = [i for i in serving if self.states.principal(i) in states] or serving
        if len(serving) > 1:
            leaders = [i for i in serving if self._leads(i)]
            serving = leaders if len(leaders) == 1 else serving
        if not serving and len(ids) == 1:
            return ids  # the only bearer, out of office by then
        return serving if len(serving) == 1 else []

    def _leads(self, id_: str) -> bool:
        terms = self.world.persons[id_.removeprefix("person:")].terms
        return any(t.office in ("head_of_state", "head_of_government") for t in terms)
