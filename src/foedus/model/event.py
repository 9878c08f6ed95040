"""A happening, gathered from the claims that report it."""

import msgspec

from foedus.model.judgement import Ruling
from foedus.model.when import When


class Origin(msgspec.Struct, frozen=True):
    """One independent source of an event: ``id`` is a source id (``media:KCNA``) or ``article:NAME``.

    Articles that rest on the same source or on copied text share one origin; ``reason`` says why. ``interest`` says in
    what it is a party to the matter, "" when it is none as far as is known. ``reliability`` is a letter from A to F
    (NATO STANAG 2511), with its reason; it judges the source alone, never this report.
    """

    id: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    reason: str = ""
    interest: str = ""
    reliability: str = "F"
    reliability_reason: str = ""


class Event(msgspec.Struct, frozen=True):
    """``claims`` are ids; ``when`` the best date, never an average; ``modality`` the firmest of its claims.

    ``actors`` and ``targets`` are principals (states and organisations). ``disputes`` are ids of disputes on it.
    ``corroboration`` is a number from 1 (confirmed by other origins) to 6 (cannot be judged), the other axis of NATO
    STANAG 2511: it judges the report by its independent origins, and never by how reliable they are.
    ``rejected`` are those of its claims that a person rejected: they bear nothing out. ``judgements`` are what people
    decided about it, in the order in which they did.
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
    corroboration: int = 6
    rejected: tuple[str, ...] = ()
    judgements: tuple[Ruling, ...] = ()

    def void(self) -> bool:
        """Did a person reject every claim of it?"""
        return bool(self.rejected) and set(self.rejected) == set(self.claims)
