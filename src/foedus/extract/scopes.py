"""Scopes: which words of a sentence rest on whose word."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Scope:
    """Words ``first`` to ``last`` (excluded) of a sentence rest on ``source``.

    ``kind`` is the class of the verb of saying, or ``according``. ``relay`` sources stand between the origin and the
    article (Blinken citing an intelligence service). ``at`` is the place of the verb of saying in the row, -1 for none.
    """

    first: int
    last: int
    source: tuple[str, ...]
    kind: str
    cue: str
    direct: bool = False
    relay: tuple[str, ...] = ()
    at: int = -1


def chain(scopes: Sequence[Scope], word: int) -> tuple[tuple[tuple[str, ...], ...], list[Scope]]:
    """The sources over a word, the innermost first, without repeats; and their scopes."""
    here = [s for s in scopes if s.first <= word < s.last]
    over = sorted(here, key=lambda s: (s.last - s.first, s.first, not s.direct))
    found: list[tuple[str, ...]] = []
    for scope in over:
        for source in (scope.source, scope.relay):
            if source and source not in found:
                found.append(source)
    return tuple(found), over
