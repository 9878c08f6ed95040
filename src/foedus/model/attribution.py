"""On whose word."""

from typing import Literal

import msgspec


class Attribution(msgspec.Struct, frozen=True):
    """``chain`` runs from the origin to the last relay; an inner tuple is a joint source.

    An empty chain means that the article itself asserts the claim. ``cue`` is the wording that attributes.
    """

    chain: tuple[tuple[str, ...], ...] = ()
    kind: Literal["direct", "indirect", ""] = ""
    cue: str = ""
