"""Parliaments and their chambers: whose "the Senate", "both houses" or "la Diète" is."""

from foedus.extract.chunks import Chunk
from foedus.extract.groups import Groups
from foedus.extract.marks import Mark
from foedus.extract.states import is_state


class Chambers:
    """Resolves parliaments in one article."""

    def __init__(self, groups: Groups) -> None:
        self.groups, self.states = groups, groups.states
        self.world, self.discourse, self.language = groups.world, groups.discourse, groups.language

    def of(self, part: Chunk, mark: Mark) -> list[str]:
        """The parliament that a word for one means: by a state in the phrase, an owner, its name, or the article."""
        if "houses" in mark.ids("parliament") and (self.groups.counted(part) or self.language.words.head_final):
            return self._houses(part)
        if self.groups.counted(part) or any(self.groups.counted(i) and i.has("pair") for i in part.of):
            return [f"gov:{s}_Parliament" for s in self.discourse.two() if is_state(s)]
        several = self.language.words.head_final and part.words and part.words[-1].endswith("s")
        chamber = self.discourse.chamber
        own = self.states.owner() if self.language.words.possessives.intersection(part.words) else []
        states = self.states.of(part)[: None if several else 1] or own or self._assembly(mark)
        inside = [self.states.principal(i) for inner in part.of for i in inner.ids("organisation")]
        states = states or inside[:1]  # "the upper house of Japan's Diet"
        here, voted = self.discourse.here, self.discourse.voted
        voted = voted if not here or voted in here else None  # "Washington signed it but the Senate rejected it"
        states = states or ([chamber] if chamber else [voted] if voted else [])
        if not states and chamber is None and not part.has("organisation"):
            states = self._first_parliament()
        return [f"gov:{s}_Parliament" for s in states]

    def _assembly(self, mark: Mark) -> list[str]:
        """«La Diète»: of the one state with a parliament of that name that the article speaks of."""
        named = self.language.nouns.assemblies.get(mark.key, ())
        states = [s for s in named if self.discourse.states[s]]
        return states if len(states) == 1 else []

    def _houses(self, part: Chunk) -> list[str]:
        """«Both chambers», «le due Camere»: those of one parliament; a single "house" may be any."""
        if not self.groups.counted(part):
            return []
        bodies = [self.states.principal(i) for inner in part.of for i in inner.ids("organisation")]
        last = self.discourse.act.actors if self.discourse.act is not None else []
        acted = {self.states.principal(a) for a in last}
        states = self.states.of(part) or bodies or (list(acted) if len(acted) == 1 else self._first_parliament())
        return [f"gov:{s}_Parliament" for s in states[:1] if is_state(s)]

    def _first_parliament(self) -> list[str]:
        """The state of the one parliament named, else of the article's first act, else the one most spoken of."""
        if self.discourse.chamber is not None:
            return [self.discourse.chamber] if self.discourse.chamber else []
        first = self.discourse.first_acting()
        return [first] if first else self.states.main()

    def namesake(self) -> list[str]:
        """The parliament of the state that acted last, or that the article is about."""
        last = self.discourse.act.actors if self.discourse.act is not None else []
        states = [*{self.states.principal(a) for a in last}]
        states = states if len(states) == 1 else self._first_parliament()
        return [f"gov:{s}_Parliament" for s in states if is_state(s)]

    def common(self, mark: Mark) -> bool:
        """Is a chamber's name a common noun too ("Camera dei rappresentanti"), which those of other states bear?"""
        language = self.language
        nouns = (p for phrases in language.nouns.nouns.get("parliament", {}).values() for p in phrases)
        return language.normal(mark.key) in map(language.normal, nouns)

    def foreign(self, part: Chunk) -> str | None:
        """The parliament meant by a chamber's bare name with the adjective of another state; None for anything else."""
        adjectives = [m for m in part.marks if m.entities and all(e.kind == "adjective" for e in m.entities)]
        states = [i for m in adjectives for i in m.ids("adjective") if i in self.world.states]
        states += [i for inner in part.of for i in inner.ids("state")]  # "la Chambre de Belgique"
        for mark in part.marks if states else []:
            for id_ in mark.ids("organisation"):
                body = self.world.organisations[id_]
                if body.kind in ("parliament", "chamber") and body.of and body.of not in states:
                    return f"gov:{states[0]}_Parliament"
        return None
