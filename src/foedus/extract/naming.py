"""What a phrase for a pact says itself: names of treaties, and states that it makes parties."""

from collections.abc import Collection, Sequence
from typing import Final

from foedus.extract.chunks import Chunk
from foedus.extract.register import SMALL, Register
from foedus.extract.states import is_state
from foedus.extract.strangers import city

# A name that many pacts could bear means one between two of so many states spoken of most.
_MAIN: Final = 4
# Relations of a phrase that only sets one treaty beside another ("after ANZUS", "unlike the pact with X").
BESIDE: Final = frozenset({"after", "before", "since", "as", "besides", "despite", "instead", "answer"})


class Naming:
    """Reads the words of such phrases in one article."""

    def __init__(self, register: Register) -> None:
        self.register, self.who, self.discourse = register, register.who, register.discourse
        self.named: set[str] = set()

    def mentioned(self, chunk: Chunk, nearby: Sequence[Chunk] = ()) -> tuple[list[str], list[str]]:
        """(treaty ids that the words name, states that the phrase makes parties)."""
        named = [
            n for m in chunk.marks for n in m.ids("treaty") if n.startswith("treaty:") and self._may_mean(m.key, n)
        ]
        if self.who.lexicon.language.words.head_final and not chunk.proper:
            named = [n for n in named if self._speaks_of(self.register.parties(n))]
        self.named.update(named)
        parties = self.who.states.of(chunk, deep=False)
        parties += map(self.who.principal, self.who.persons.named(chunk))
        for inner in [*chunk.of, *nearby]:
            if inner.has("treaty", "place") or city(inner):
                continue
            if {"of", "between", "with"} & set(inner.relations) or not inner.relations:
                parties += [self.who.principal(i) for i in self.who.actors(inner)]
        return list(dict.fromkeys(named)), [p for p in dict.fromkeys(parties) if is_state(p)]

    def in_general(self, chunk: Chunk) -> bool:
        """«A treaty can be terminated»: one that the language's articles leave open, without name or parties."""
        words = self.who.lexicon.language.words
        named, parties = self.mentioned(chunk)
        return words.head_final and chunk.article in words.articles & words.indefinite and not (named or parties)

    def _speaks_of(self, parties: Collection[str]) -> bool:
        """Does the article name both parties of a treaty of two, or one of a few?"""
        seen = set(self.discourse.states)
        return len(parties) > SMALL or set(parties) <= seen or (len(parties) > 2 and bool(seen & set(parties)))

    def _may_mean(self, name: str, treaty: str) -> bool:
        """A loose name ("the minerals deal") means a treaty of two states only where the article names both.

        Where it names one state alone, that one.
        """
        parties = self.register.parties(treaty)
        if name not in self.who.lexicon.loose or len(parties) != 2:
            return True
        states = set(self.discourse.states)
        if not states:
            return True
        if len(states) == 1:
            return bool(parties & states)
        least = ([n for _, n in self.discourse.states.most_common(_MAIN)] or [0])[-1]
        states = {s for s, n in self.discourse.states.items() if n >= least}
        return self.register.begun(treaty) and parties <= states | ({"SUN"} if "RUS" in states else set())


def kinds(chunk: Chunk) -> list[str]:
    """The words of a phrase for a pact, as in the dictionary."""
    return [m.key for m in chunk.marks if m.has("treaty")]


def sides_behind(row: Sequence[Chunk], n: int) -> list[Chunk]:
    """Of the two chunks behind a phrase for a pact, those that tell its parties by "between" or "with"."""
    return [c for c in row[n + 1 : n + 3] if c.kind == "np" and {"between", "with"} & set(c.relations)]
