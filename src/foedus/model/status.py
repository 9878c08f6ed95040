"""Where a treaty stands."""

import datetime as dt

import msgspec

from foedus.model.standing import Amendment, Comparison, Consent, FileVersion
from foedus.model.treaty import Act
from foedus.model.when import When


class Stage(msgspec.Struct, frozen=True):
    """One step of the life cycle: what the articles report (``events``, ids) beside what the file has (``acts``).

    ``state`` is ``reported`` (asserted as done), ``announced`` (planned, conditional or possible), ``denied`` or
    ``silent`` (the articles say nothing).
    """

    type: str
    actors: tuple[str, ...]
    state: str
    when: When | None
    events: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    disputes: tuple[str, ...] = ()


class Status(msgspec.Struct, frozen=True):
    """``reported`` is the status that the articles alone allow, ``filed`` the one that the treaty's file gives.

    Both are words of docs/status.md (``signed``, ``ratified in part``, ``in force`` …) with ``since`` as EDTF and
    ``because`` as the derivation, one step a line. ``filed`` is None for a treaty without a file; ``filed_until`` is
    from when on it stood otherwise, ``filed_known`` when what made it so was made public.

    ``on`` and ``known`` are the days that were asked for: where it stood, and what was public (None: all that is told).
    ``consents``, ``amended``, ``compared`` and ``files`` are given where one treaty is asked for.
    """

    treaty: str
    name: str
    parties: tuple[str, ...]
    reported: str
    reported_since: str | None
    reported_because: tuple[str, ...]
    filed: str | None = None
    filed_since: str | None = None
    filed_because: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    filed_until: str | None = None
    filed_known: str | None = None
    on: dt.date | None = None
    known: dt.date | None = None
    consents: tuple[Consent, ...] = ()
    amended: tuple[Amendment, ...] = ()
    compared: tuple[Comparison, ...] = ()
    files: tuple[FileVersion, ...] = ()
