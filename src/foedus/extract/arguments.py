"""What fills the places of one predicate."""

from dataclasses import dataclass, field

from foedus.extract.chunks import Chunk


@dataclass(slots=True)
class Arguments:
    """Slots of one predicate. ``agent`` and ``theme`` as in frames.yaml; ``slots`` by relation; ``verb`` its group.

    ``inherited``: the agent was taken over from another clause; ``unspoken``: there is none at all; ``recalled``: it is
    the one of the sentence before.

    ``there``: an adverb beside it points to a place told before.

    ``tail`` is the place of another predicate whose time is this one's too (of the vote on a law that does it).
    """

    agent: Chunk | None = None
    theme: Chunk | None = None
    slots: dict[str, list[Chunk]] = field(default_factory=dict)
    verb: Chunk | None = None
    after: Chunk | None = None
    before: list[Chunk] = field(default_factory=list)
    inherited: bool = False
    pronoun: bool = False
    unspoken: bool = False
    there: bool = False
    tail: int | None = None
    recalled: bool = False

    def copy(self) -> "Arguments":
        """The same, with lists of its own."""
        return Arguments(
            self.agent,
            self.theme,
            {relation: list(chunks) for relation, chunks in self.slots.items()},
            self.verb,
            self.after,
            list(self.before),
            self.inherited,
            self.pronoun,
            self.unspoken,
            self.there,
            self.tail,
            self.recalled,
        )

    def add(self, chunk: Chunk) -> None:
        """A prepositional phrase goes under every relation that its preposition may mark."""
        for relation in chunk.relations:
            self.slots.setdefault(relation, []).append(chunk)
