"""What the rules are asked: an attack on a day, and what is taken as given about it."""

import datetime as dt
from typing import Literal

import msgspec

from foedus.model.treaty import ConditionKind

Basis = Literal["in-force", "signature"]
"""From when a treaty counts: entry into force (VCLT art. 24), or signature, as ATOP and COW date alliances."""


class Attack(msgspec.Struct, frozen=True, kw_only=True):
    """``attackers`` attack ``targets`` (ids of states) on a day; an assumption, not a finding.

    ``known`` is the day on which it is asked (None: with all that the files have), ``basis`` from when treaties count.
    ``places`` are where it happens: ids of states, of places or of ``world/areas.yaml``; empty when not told. ``given``
    says of kinds of condition whether they hold; those that it does not name are judged from the question or left open.
    ``others`` fight the targets already: they count where a duty asks for a number of adversaries. Those who are
    ``abroad`` fight outside the part of the world in which they lie alone: an area that no file names is then not
    the one that is attacked.
    """

    attackers: tuple[str, ...]
    targets: tuple[str, ...]
    on: dt.date
    known: dt.date | None = None
    basis: Basis = "in-force"
    places: tuple[str, ...] = ()
    given: dict[ConditionKind, bool] = {}
    others: tuple[str, ...] = ()
    abroad: tuple[str, ...] = ()
