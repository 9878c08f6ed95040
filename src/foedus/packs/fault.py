"""A fault of a data file, and dates as faults see them."""

from typing import NamedTuple

from foedus.model import Interval


class Fault(NamedTuple):
    """What is wrong, the path of the node (``.acts[2].when``) and the mend."""

    what: str
    at: str
    mend: str


def day_of(text: str | None) -> Interval | None:
    """An EDTF text as an interval; None where there is none or it cannot be read."""
    try:
        return Interval.parse(text or "")
    except ValueError:
        return None


def precedes(one: str | None, other: str | None) -> bool:
    """Does ``one`` lie wholly before ``other``? False when either is unknown or unreadable."""
    a, b = day_of(one), day_of(other)
    return bool(a and b and a.last and b.first and a.last < b.first)
