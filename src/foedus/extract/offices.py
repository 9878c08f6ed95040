"""Who holds an office: "the Russian president", "his counterpart", "the foreign ministers of the two countries"."""

from typing import Final

from foedus.extract.chunks import Chunk, nested
from foedus.extract.groups import Groups
from foedus.extract.marks import Mark

# whose holders meet at summits
_LEADERS: Final = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})


class Offices:
    """Finds the holders of offices in one article."""

    def __init__(self, groups: Groups) -> None:
        self.groups, self.states = groups, groups.states
        self.world, self.discourse, self.language = groups.world, groups.discourse, groups.language

    def holders(self, part: Chunk, mark: Mark) -> list[str]:
        """Holder of an office: by state and date, else the last one named with that office."""
        states = self.states.of(part) or part.ids("organisation") or self._seated(part)
        states += [i for inner in part.of for i in inner.ids("organisation")]
        offices = sorted(mark.ids("office"), key=lambda office: office != "president")  # Iran's is not its head
        if self.groups.counted(part) and part.has("pair"):
            return list(self.discourse.two())
        if several := self.groups.in_row(part):
            return several
        if those := self._of_those(part):
            return those
        if len(states) > 1 and part.words and part.words[-1] != self.language.lemma(part.words[-1]):
            return self._offices(offices, states)  # "the Russian and Iranian foreign ministers"
        if part.named or self._several(part):
            return states[:1]
        if not states and self._plural(part):
            return self._summit() if _LEADERS.intersection(offices) else []
        return self._holder(offices, states) if states else self._last_with(offices)

    def _holder(self, offices: list[str], states: list[str]) -> list[str]:
        """Who holds the office in the first of the states, else that state."""
        for office in offices:
            holders = self.world.holders(office, states[0], self.discourse.published)
            if len(holders) == 1:
                self.discourse.meet_person(holders[0], office)
                return [holders[0]]
        for office in offices:
            known = self.discourse.officials.get(office)
            if known and self.states.principal(known) == states[0]:
                return [known]
        return states[:1]

    def _last_with(self, offices: list[str]) -> list[str]:
        found = (self.discourse.officials[o] for o in offices if o in self.discourse.officials)
        return [i for i in [next(found, None)] if i]

    def _of_those(self, part: Chunk) -> list[str]:
        """«Les ministres des deux pays», «… des trois États et de la Pologne»: of each, where they are known."""
        inner = [c for of in part.of for c in nested(of)]
        counted = [c for c in inner if c.has("pair") and (self.groups.counted(c) or self.groups.in_row(c))]
        if not counted or self.language.words.head_final:
            return []
        found = [i for c in counted for i in (self.groups.in_row(c) or self.discourse.two())]
        return list(
            dict.fromkeys([*found, *(i for c in inner if c not in counted for i in self.states.of(c, deep=False))])
        )

    def _seated(self, part: Chunk) -> list[str]:
        """«Il capo del Cremlino», "le maître du Kremlin": an office that is called after a seat or a body."""
        hits = self.states.lexicon.names.find(part.words) if len(part.words) > 2 else []
        named = [n.entity for h in hits for n in h.payload if n.entity.kind in ("metonym", "state", "organisation")]
        return [self.states.principal(named[0].id)] if named else []

    def _offices(self, offices: list[str], states: list[str]) -> list[str]:
        found = []
        for state in states:
            holders = [self.world.holders(o, state, self.discourse.published) for o in offices]
            found += next(([*h] for h in holders if len(h) == 1), [state])
        return list(dict.fromkeys(found))

    def _several(self, part: Chunk) -> bool:
        """«I tre leader»: more than one holder."""
        return any(p.number is not None and (p.number.low or 0) > 1 for p in (part, *part.of))

    def _plural(self, part: Chunk) -> bool:
        words = self.language.words
        if words.head_final:
            return bool(part.words) and part.words[-1] != self.language.lemma(part.words[-1])
        return part.article in words.plural_articles

    def _summit(self) -> list[str]:
        """«I leader hanno condannato …»: those of the one body that the article speaks of most."""
        kinds = ("alliance", "bloc")
        bodies = [b for b, _ in self.discourse.bodies.most_common() if b in self.world.organisations]
        met = [b for b in bodies if self.world.organisations[b].kind in kinds]
        return met if len(met) == 1 else []

    def counterpart(self, part: Chunk, mark: Mark) -> list[str]:
        """«His Russian counterpart»: the same office in the other state."""
        states = self.states.of(part)
        if not states:
            return []
        for id_ in reversed(self.discourse.persons):
            terms = (
                self.world.persons[id_.removeprefix("person:")].terms
                if id_.startswith("person:") and id_[7:] in self.world.persons
                else ()
            )
            for term in terms:
                holders = self.world.holders(term.office, states[0], self.discourse.published)
                if len(holders) == 1 and term.of != states[0]:
                    return list(holders)
        return states[:1]

    def others(self, ids: list[str], chunk: Chunk) -> list[str]:
        """«The presidents of Russia and Iran»: a state whose holder of the office is told already is nobody else."""
        if not (chunk.coords and chunk.has("office") and self._plural(chunk)):
            return ids
        own = {self.states.principal(i) for i in ids if i.startswith("person:")}
        return [i for i in ids if i not in own]
