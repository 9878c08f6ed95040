"""Which sentences have to do with states, forces, arms, treaties or diplomacy; the rest is news of another kind.

A sentence does by its own words: one that can mean nothing else ("sanzioni", the Nato, a pact by its name), two states,
or a soldier, a base or an agreement beside a state. It does too where the sentences around it do: who is accused or
worried in an article about a pact need not name it again.
"""

from collections.abc import Sequence
from enum import IntEnum
from itertools import accumulate
from typing import Final

# nouns, offices and bodies (by sort, id, kind) that are the states' dealings with each other wherever they stand
SURE: Final = (
    *("named treaty", "arsenal", "war", "sanctions", "test", "intelligence", "instrument"),
    *("id foreign_minister", "id defence_minister", "id ambassador", "id MFA", "id MOD", "id ceasefire"),
    *("id rebels", "id jihadists", "id separatists"),
    *("body alliance", "body armed_group", "body bloc", "body organisation"),
)
# that are so beside each other or a state alone: men, ships, bases, agreements are of many kinds
LIKELY: Final = ("forces", "arms", "base", "id army", "id treaty")
_ENOUGH: Final = 2
# So many sentences on each side tell what a sentence is about, when they hold this much for each of them.
_AROUND: Final = 5
_SHARE: Final = 10 / 11
# A text of so few sentences is too short to tell; a longer one is about nothing else if so many of them are.
_SHORT: Final = 3
_WHOLE: Final = 0.75


class Concern(IntEnum):
    """Not at all, by the sentences around it, by its own words, in an article that is about nothing else."""

    NONE = 0
    AROUND = 1
    OWN = 2
    WHOLLY = 3


def concerned(scores: Sequence[int], treaty: bool) -> list[Concern]:
    """For each sentence, by what its words and those around it are worth (``score``).

    In an article with a ``treaty`` what stands among sentences about the states' dealings is about them itself.
    """
    if len(scores) <= _SHORT:
        return [Concern.WHOLLY] * len(scores)
    full = Concern.WHOLLY if sum(s >= _ENOUGH for s in scores) >= _WHOLE * len(scores) else Concern.OWN
    sums = [0, *accumulate(scores)]
    out = []
    for n, score in enumerate(scores):
        first, last = max(0, n - _AROUND), min(len(scores), n + _AROUND + 1)
        around = sums[last] - sums[first] >= _SHARE * (last - first)
        own = score >= _ENOUGH or (around and treaty)
        wholly = full if score >= _ENOUGH else Concern.OWN
        out.append(wholly if own else Concern.AROUND if around else Concern.NONE)
    return out


def score(sure: bool, likely: int, states: int) -> int:
    """What a sentence is worth with ``sure`` words, so many sorts of ``likely`` ones, and so many states."""
    found = _ENOUGH * sure + _ENOUGH * (states > 1)
    if likely:
        found += _ENOUGH if sure or states or likely > 1 else 1
    return found
