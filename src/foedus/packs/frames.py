"""The frame table, one for all languages (data/frames.yaml)."""

from functools import cache
from typing import Literal

import msgspec

from foedus.model import CLAIM_TYPES, PackError
from foedus.packs.load import DATA, load

Role = Literal["actors", "targets", "object", "place", "allies", "none"]


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which slot fills which role, which sorts may be the object, and what must be there.

    ``owner``: the forces' nationality acts. ``strength``: the number of the acting troops is the quantity. ``host``: a
    place stands for its state as target. ``parties``: how a treaty completes the roles. ``symmetric``: every
    participant is an actor; ``partners``: how many there must be.
    """

    slots: dict[str, Role]
    object: tuple[str, ...] = ()
    needs: tuple[Role, ...] = ()
    parties: Literal["all", "other", ""] = ""
    symmetric: bool = False
    owner: bool = False
    partners: int = 0
    host: bool = False
    strength: bool = False


class _Frames(msgspec.Struct, forbid_unknown_fields=True):
    frames: dict[str, Frame]


@cache
def load_frames() -> dict[str, Frame]:
    """Claim type → frame. Raises PackError for a type that the claim contract lacks."""
    path = DATA / "frames.yaml"
    frames = load(path, _Frames).frames
    for name in frames:
        if name not in CLAIM_TYPES:
            raise PackError(f"unknown claim type {name}", str(path), "use a type of docs/claims.md")
    return frames
