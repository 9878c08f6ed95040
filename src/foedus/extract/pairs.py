"""Pairs: which states a sentence names together, and what "the two" or "the three countries" then are."""

from collections.abc import Sequence
from typing import Final

from foedus.extract.chunks import Chunk, nested
from foedus.extract.discourse import Discourse
from foedus.extract.strangers import city
from foedus.extract.who import Who

_OFTEN: Final = 3
"""So often a state is named in an article that is about it and another."""


class Pairs:
    """The states behind the names of a sentence, and how they stand together."""

    def __init__(self, who: Who, discourse: Discourse) -> None:
        self._who, self._discourse = who, discourse

    def principals(self, chunk: Chunk) -> list[str]:
        """States behind everybody that a phrase names or qualifies."""
        if chunk.kind != "np" or self._locates(chunk):
            return []
        ids = [*self._who.states.of(chunk), *self._who.actors(chunk)]
        if chunk.has("treaty"):  # "gli accordi di Parigi" are not of France
            seats = {i for inner in chunk.of if city(inner) for i in self._who.states.of(inner, deep=False)}
            ids = [i for i in ids if i not in seats]
        return [p for i in ids if len(p := self._who.principal(i)) == 3]

    def of_two(self, states: Sequence[str]) -> bool:
        """Does the article speak of these two states often, and far more than of any third?"""
        counts = self._discourse.states.most_common(3)
        first = {s for s, _ in counts[:2]}
        led = len(counts) < 3 or 2 * counts[2][1] <= counts[1][1]
        return len(counts) > 1 and counts[1][1] >= _OFTEN and first == set(states) and led

    def joined(self, row: Sequence[Chunk], named: Sequence[list[str]]) -> set[str]:
        """The two states that a phrase of the sentence joins ("X e Y", "X-Y"); empty for none.

        ``named`` are the states of each phrase.
        """
        for chunk, own in zip(row, named, strict=True):
            if chunk.kind != "np" or "in" in chunk.relations:
                continue  # "in Belgio e Lussemburgo" is where
            states = {s for part in chunk.all() for s in self.principals(part)} if chunk.coords else set(own)
            if len(states) == 2:
                return states
        return set()

    def with_body(self, row: Sequence[Chunk]) -> list[str]:
        """«The EU and Moldova signed …»: a body and the one state beside it in a row of two."""
        for chunk in row:
            ids = list(dict.fromkeys(self._who.actors(chunk))) if chunk.coords else []
            bodies = [i for i in ids if i.startswith("org:") and self._who.principal(i) == i]
            states = [p for i in ids if len(p := self._who.principal(i)) == 3]
            if len(chunk.coords) == 1 and len(bodies) == len(states) == 1:
                return [*bodies, *states]
        return []

    def group(self, row: Sequence[Chunk]) -> None:
        """What "the three countries" are: states that were named in one row."""
        self._list(row)
        for chunk in row:
            states = tuple(dict.fromkeys(s for p in nested(chunk) if p.coords for s in self._of_row(p)))
            if len(states) > 2:
                self._discourse.meet_group(states)

    def _list(self, row: Sequence[Chunk]) -> None:
        """«Le Mali en août 2022, le Burkina Faso en février 2023 et le Niger en décembre»: a row with dates between."""
        listed: list[str] = []
        for chunk in row:
            states = list(dict.fromkeys(self.principals(chunk))) if chunk.kind == "np" else []
            if len(states) == 1 and chunk.has("state"):
                listed += states
            elif chunk.kind == "np" or chunk.kind in ("vg", "that", "rel", "sub", "quote"):
                listed = []
            if len(dict.fromkeys(listed)) == 3:
                self._discourse.meet_group(tuple(dict.fromkeys(listed)))

    def _of_row(self, host: Chunk) -> list[str]:
        """The principals of a row of names, none where one of its members is no state."""
        found = [(self.principals(p) or [""])[0] for p in host.all()]
        return found if all(found) else []

    def _locates(self, chunk: Chunk) -> bool:
        """ "A Washington": a capital as a place."""
        city = bool(chunk.marks) and all(any(e.place or e.kind == "metonym" for e in m.entities) for m in chunk.marks)
        return city and bool({"in", "at"} & set(chunk.relations))
