"""Disputes: all that the reports disagree on, side by side, from the modules of each kind."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.model import Dispute, Side
from foedus.model.dispute import Verdict
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item
from foedus.reconcile.origins import Names


class Finding(NamedTuple):
    """A verdict with its reason in words."""

    verdict: Verdict
    reason: str


def side(value: str, items: Iterable[Item], of: Mapping[Item, Names]) -> Side:
    """One value with the claims that hold it and their independent origins."""
    held = list(items)
    names = {name for item in held for name in of[item]}
    return Side(value, tuple(sorted({i.claim.id for i in held})), tuple(sorted(names)))


def dispute(
    field: str, made: Happening, sides: Sequence[Side], finding: Finding, *others: Happening, part: str = ""
) -> Dispute:
    """A dispute on an event, noted on it and on the other events that it touches.

    Its id is a hash of the field, the event and the part in dispute (a body, a unit): more articles do not change it.
    """
    id_ = _id(field, made, part)
    for one in (made, *others):
        if id_ not in one.disputes:
            one.disputes.append(id_)
    return Dispute(id_, field, made.id, tuple(sides), finding.verdict, finding.reason)


def grain(field: str, made: Happening, sides: Sequence[Side], reason: str, part: str = "") -> Dispute:
    """A finding that reports give one value more or less exactly; the event does not name it, for nothing is open."""
    id_ = _id(field, made, f"granularity {part}")
    return Dispute(id_, field, made.id, tuple(sides), "granularity", reason)


def _id(field: str, made: Happening, part: str) -> str:
    return "dp:" + hashlib.sha256("\x1f".join((field, made.id, part)).encode()).hexdigest()[:12]
