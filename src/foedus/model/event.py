"""A happening, gathered from the claims that report it."""

import msgspec

from foedus.model.when import When


class Origin(msgspec.Struct, frozen=True):
    """One independent source of an event: ``id`` is a source id (``media:KCNA``) or ``article:NAME``.

    Articles that rest on the same source or on copied text share one origin; ``reason`` says why.
    """

    id: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    reason: str = ""


class Event(msgspec.Struct, frozen=True):
    """``claims`` are ids; ``when`` the best date, never an average; ``modality`` the firmest of its claims.

    ``actors`` and ``targets`` are principals (states and organisations). ``disputes`` are ids of disputes on it.
    """

    id: str
    type: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    object: str | None
    place: str | None
    when: When | None
    modality: str
    polarity: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    origins: tuple[Origin, ...]
    disputes: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
