"""A stock told for several days: how many troops stand in a region, how many fell, how much was delivered so far."""

import msgspec

from foedus.model.quantity import Quantity


class Point(msgspec.Struct, frozen=True):
    """One figure. ``as_of`` is the day for which it is told, or the days in which that lies (EDTF), or None.

    ``claims`` are ids, ``origins`` ids of the independent sources that give it.
    """

    as_of: str | None
    quantity: Quantity
    claims: tuple[str, ...]
    origins: tuple[str, ...]


class Series(msgspec.Struct, frozen=True):
    """Figures of one stock, by their days; those of no known day stand last.

    ``type`` is the claim type, ``actors`` and ``targets`` are principals, ``place`` the part of a state or None for all
    of it, ``object`` what is counted; ``unit`` and ``kind`` are those of the quantities. ``events`` are ids.
    """

    id: str
    type: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    object: str | None
    place: str | None
    unit: str
    kind: str
    points: tuple[Point, ...]
    events: tuple[str, ...]
