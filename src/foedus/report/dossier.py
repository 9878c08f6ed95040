"""What a dossier is made of."""

import datetime as dt

import msgspec

from foedus.model import Bearing, Cascade, Copy, Dispute, Event, Obligation, Reading, Status, Treaty


class Case(msgspec.Struct, frozen=True):
    """A reported attack put as a question; ``more`` events tell of attacks by the same sides."""

    event: str
    more: int
    obligations: tuple[Obligation, ...]
    cascade: Cascade


class Dossier(msgspec.Struct, frozen=True):
    """Everything that one report shows.

    ``names`` gives the display name of an id in the report's language; an id without one is shown in a readable form.
    ``skipped`` has one line for each input that could not be read. Claims, events and disputes refer to each other by
    id. ``latest`` is the day of the latest article, ``filed_then`` where each treaty stood on it by its file.
    """

    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]
    statuses: tuple[Status, ...]
    treaties: dict[str, Treaty]
    names: dict[str, str]
    skipped: tuple[str, ...]
    title: str
    copies: tuple[Copy, ...] = ()
    bearings: tuple[Bearing, ...] = ()
    cases: tuple[Case, ...] = ()
    latest: dt.date | None = None
    filed_then: dict[str, str] = {}
