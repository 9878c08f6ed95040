"""Chunks: the pieces of a sentence, noun phrases, verb groups and function words."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from foedus.expressions.numbers import NumberMention
from foedus.expressions.times import TimeMention
from foedus.extract.marks import Mark
from foedus.extract.verbgroups import VerbGroup


@dataclass(slots=True, eq=False)
class Chunk:
    """``kind`` is np, vg, time, rel, that, sub, conj, punct, quote or other; words ``first`` to ``last`` (excluded).

    A noun phrase has the base ``prep`` before it with its ``relations`` (empty: bare), ``marks`` of its words in order,
    ``of`` phrases that depend on it and ``coords`` joined to it; ``taken`` once a verb has it as its object;
    ``named`` when a name that no file knows stands in it ("il ministro X").
    """

    kind: str
    first: int
    last: int
    prep: str = ""
    relations: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    marks: list[Mark] = field(default_factory=list)
    number: NumberMention | None = None
    verb: VerbGroup | None = None
    time: TimeMention | None = None
    of: list["Chunk"] = field(default_factory=list)
    coords: list["Chunk"] = field(default_factory=list)
    taken: bool = False
    unknown: str = ""
    article: str = ""
    year: int | None = None
    proper: bool = False
    apposed: list["Chunk"] = field(default_factory=list)
    named: bool = False

    @property
    def group(self) -> VerbGroup:
        """The verb group of a chunk of kind vg. Raises ValueError for any other."""
        if self.verb is None:
            raise ValueError(f"a chunk of kind {self.kind} has no verb")
        return self.verb

    @property
    def bare(self) -> bool:
        """A noun phrase without preposition."""
        return self.kind == "np" and not self.prep

    def has(self, *sorts: str) -> bool:
        """Does one of its marks have one of these kinds or sorts?"""
        for mark in self.marks:  # noqa: SIM110 (a loop, not any(): this is asked more than anything else)
            if mark.has(*sorts):
                return True
        return False

    def ids(self, *kinds: str) -> list[str]:
        """Ids of these kinds or sorts that its marks carry, in their order."""
        return [id_ for mark in self.marks for id_ in mark.ids(*kinds)]

    def all(self) -> "list[Chunk]":
        """Itself and what is coordinated with it."""
        return [self, *(inner for c in self.coords for inner in c.all())] if self.coords else [self]


def nested(top: Chunk) -> Iterator[Chunk]:
    """A phrase, what is coordinated with it, and all that hangs on them."""
    if not (top.of or top.coords):
        yield top
        return
    for part in top.all():
        yield part
        for inner in part.of:
            yield from nested(inner)
