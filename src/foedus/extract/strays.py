"""Speech acts about nobody: who is worried or praises, and names no state and no pact, may speak of anything."""

from collections.abc import Iterator
from typing import Final

from foedus.extract.addressees import Addressees
from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft, Missing

# what is the states' dealings with each other wherever it is named, and deeds of that kind
_SORTS: Final = (
    *("treaty", "war", "sanctions", "test", "arsenal", "arms", "forces", "airspace", "exercise", "withdrawal"),
    "accession",
)
_DEEDS: Final = ("attack.", "forces.exercise")
_FIGHTERS: Final = frozenset({"rebels", "jihadists", "separatists"})
# whose content is told by a clause of its own
_OPEN: Final = ("statement.deny", "statement.threaten", "statement.assess")


class Strays:
    """Tells which speech acts of one sentence are about nothing that matters."""

    def __init__(self, addressees: Addressees, clauses: Clauses) -> None:
        self.addressees, self.clauses = addressees, clauses

    def aimless(self, draft: Draft) -> bool:
        """A speech act that names nobody whom it is about, and no pact."""
        return draft.type.startswith("statement.") and not draft.targets and draft.object is None

    def astray(self, draft: Draft) -> bool:
        """Is an aimless one about no deed and no thing of states or forces either?"""
        parts = [part for chunk in self._about(draft) for part in nested(chunk)]
        others = draft.type in _OPEN and any(self._other(part, draft) for part in parts)
        return not others and not any(map(_of_states, parts))

    def _other(self, part: Chunk, draft: Draft) -> bool:
        """Another state, in what is denied or threatened."""
        who = self.addressees.who
        own = {who.principal(a) for a in draft.actors}
        return any(s in who.world.states and s not in own for s in who.states.of(part, deep=False))

    def _about(self, draft: Draft) -> Iterator[Chunk]:
        if draft.type in _OPEN:
            yield from self.clauses.row
        else:
            yield from self.addressees.topic(draft)


def missing(draft: Draft) -> Missing:
    """The gap that is left of it."""
    return Missing(draft.first, draft.last, "no_target", f"{draft.type}: about whom?", draft.head, draft.type)


def _of_states(part: Chunk) -> bool:
    deed = any(i.startswith(_DEEDS) for i in part.ids("trigger"))
    return deed or part.has(*_SORTS) or any(n.id in _FIGHTERS for m in part.marks for n in m.nouns)
