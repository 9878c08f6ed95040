"""Which state a phrase names, by name, adjective or form of state, and which stands behind somebody."""

import re
from collections.abc import Iterable
from typing import Final

from foedus.extract.chunks import Chunk
from foedus.extract.discourse import Discourse
from foedus.extract.lexicon import Lexicon

_STATE: Final = re.compile("[A-Z]{3}")


class States:
    """Resolves states in one article."""

    def __init__(self, lexicon: Lexicon, discourse: Discourse) -> None:
        self.lexicon, self.world, self.discourse = lexicon, lexicon.world, discourse
        self.language = lexicon.language

    def behind(self, ids: Iterable[str]) -> list[str]:
        """The states that are these or stand behind them, each once."""
        return list(dict.fromkeys(p for p in map(self.principal, ids) if is_state(p)))

    def principal(self, id_: str) -> str:
        """The state or organisation behind an id, at the article's time."""
        return self.world.principal(id_, self.discourse.published)

    def of(self, chunk: Chunk | None, deep: bool = True) -> list[str]:
        """States that a phrase names or whose adjective it carries, its "of" phrases included."""
        if chunk is None:
            return []
        found: dict[str, None] = {}
        for part in chunk.all():
            for mark in part.marks:
                for id_ in mark.ids("state", "metonym", "adjective"):
                    found[id_] = None
            if deep:
                for inner in part.of:
                    for id_ in self.of(inner):
                        found[id_] = None
        return list(found)

    def realm(self, part: Chunk) -> str | None:
        """«Nel regno», "the emirate": the one state of that form that the article names, else None."""
        words = self.language.words
        if part.article not in words.definite | words.definite_forms or self.of(part) or part.unknown:
            return None
        for mark in part.marks:
            for noun in mark.nouns:
                fitting = self.world.forms.get(noun.id)
                named = [s for s in self.discourse.states if s in fitting] if fitting else []
                if named:
                    return named[0] if len(named) == 1 else None
        return None

    def shorthand(self, part: Chunk) -> list[str]:
        """«The North»: a word for a state that the article names in full elsewhere."""
        words = self.language
        state = words.nouns.shorthand.get(part.words[-1]) if part.words else None
        named = part.proper or bool(part.marks)
        known = state is not None and named and bool(set(part.words[:1]) & words.words.definite)
        return [state] if state and known and self.discourse.states[state] else []

    def main(self) -> list[str]:
        """The state that the article speaks of far more than of any other."""
        counts = self.discourse.states.most_common(2)
        return [counts[0][0]] if counts and (len(counts) < 2 or counts[0][1] >= 2 * counts[1][1]) else []

    def owner(self) -> list[str]:
        """The one state that spoke or acted last, to which "its" points."""
        return self.behind(self.discourse.subject) if len(self.discourse.subject) == 1 else []


def is_state(id_: str) -> bool:
    """Is an id one of a state: its three letters?"""
    return _STATE.fullmatch(id_) is not None
