"""Phrases for several: "the two countries", "the three leaders", "both parties", allies, officials, rebels."""

from foedus.extract.chunks import Chunk
from foedus.extract.states import States, is_state


class Groups:
    """Resolves them in one article."""

    def __init__(self, states: States) -> None:
        self.states, self.world, self.discourse = states, states.world, states.discourse
        self.language = states.language

    def counted(self, part: Chunk) -> bool:
        """Does a phrase say that it means two: "both", "le due …", "of the two …"?"""
        both = self.language.words.both
        if part.number is not None and part.number.low != 2:
            return False  # "two dozen countries"
        owners = [c for c in part.of if c.prep in self.language.words.genitives]
        return any(w in both for c in (part, *owners) for w in c.words)

    def in_row(self, part: Chunk) -> list[str]:
        """«The three leaders»: so many states that were named in one row."""
        known = self.language.words
        counted = part.number is not None and part.number.low == part.number.high and part.number.comparator == "="
        definite = part.article in known.definite | known.definite_forms
        if not (counted and definite and part.has("pair", "stateword")) or part.of or part.has("adjective", "state"):
            return []
        return list(self.discourse.groups.get(int((part.number and part.number.low) or 0), ()))

    def both_parties(self, part: Chunk) -> bool:
        """Does a phrase say "the parties", "the signatories" and no more?"""
        return (
            any(m.key in ("parte", "party", "side", "partie", "contraente", "firmatario") for m in part.marks)
            and len(part.marks) == 1
        )

    def three(self, part: Chunk) -> bool:
        """«I tre hanno firmato»: the three states of the sentence, where it names just three."""
        three = part.number is not None and part.number.low == part.number.high == 3
        return three and len(self.discourse.here) == 3 and part.words[0] in self.language.words.definite

    def members(self, id_: str, part: Chunk) -> list[str]:
        """«The E3»: a body that is nobody beside its few members; so are "the Europeans" of an article about it."""
        if id_ not in self.world.organisations:
            return [id_]
        own = self.world.organisations[id_].members
        if own or part.has("organisation"):
            return list(own) or [id_]
        for body in self.world.organisations.values():
            row = self.discourse.groups.get(len(body.members)) if id_ in body.within else None
            if body.members and row is not None and set(row) == set(body.members):
                return list(row)
        return [id_]

    def allied(self, id_: str, part: Chunk, row: dict[str, None]) -> str:
        """«The United States and its allies»: those of the state right before them."""
        states = [i for i in row if is_state(i)]
        own = id_ == "group:allies" and not self.language.words.possessives.isdisjoint(part.words)
        return f"group:{states[0]}_allies" if own and len(states) == len(row) == 1 else id_

    def of_sort(self, name: str, owners: list[str], part: Chunk) -> list[str]:
        """Ids of a group by the name of its sort and those whose it is: "Russian officials", "NATO's allies"."""
        states = [o for o in owners if is_state(o)]
        if states and name in ("officials",):
            return [f"group:{s}_officials" for s in states]
        if "bloc:West" in owners:
            return [f"group:Western_{name}"]
        bodies = [i for of in part.of for i in of.ids("organisation")]
        if name == "media" and bodies:
            return bodies[:1]  # "le agenzie dell'Onu"
        armed = [i for i in bodies if self.world.organisations[i].kind == "armed_group"]
        if armed and name in ("rebels", "jihadists", "gunmen"):
            return armed[:1]  # "i guerriglieri del gruppo X"
        if name == "allies":
            return self._allies(part, states)
        if name == "officials" and self.counted(part) and self.discourse.pair:
            return list(self.discourse.two())
        if name == "countries":
            return ["group:other_countries"]
        return [f"group:{name}"]

    def _allies(self, part: Chunk, states: list[str]) -> list[str]:
        """«Gli alleati della Nato» and "US allies" are not NATO or the US; "gli alleati russi" are Russia."""
        whose = [i for p in (part, *part.of) for i in p.ids("organisation")]
        named = [i for i in part.ids("adjective") if i in self.world.states]
        if named and not self.language.words.head_final:
            return list(dict.fromkeys(named))
        return [f"group:{i.rpartition(':')[2]}_allies" for i in (whose or states)[:1]] or ["group:allies"]
