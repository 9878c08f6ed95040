"""Unlisted states: is one bound that a treaty's file does not list among the parties?"""

import datetime as dt
from typing import Final

from foedus.assess.spans import beginnings, idle, idle_until
from foedus.assess.turns import Turn
from foedus.model import Bond, Interval, Treaty, Truth

_NONE: Final = "the file does not list it as a party"
_KNOWN: Final = "the file has it as no party"


def unlisted(treaty: Treaty, state: str, on: dt.date) -> Bond:
    """Its bond by ``on``: none where the file lists every party of that day, has it as none or nobody was bound yet.

    Else it is open.
    """
    if _known_as_none(treaty, state, on):
        return Bond(state, treaty.id, "unmet", (_KNOWN,))
    truth, because = _unlisted(treaty, on)
    return Bond(state, treaty.id, truth, (because,))


def _known_as_none(treaty: Treaty, state: str, on: dt.date) -> bool:
    """On the last day of ``until`` it may have joined."""
    for one in treaty.non_parties:
        begun = one.from_ is None or Turn.at(one.from_, "").last <= on
        if one.state == state and begun and (one.until is None or on < Turn.at(one.until, "").first):
            return True
    return False


def _unlisted(treaty: Treaty, on: dt.date) -> tuple[Truth, str]:
    begin, _ = beginnings(treaty.acts, None)
    if not treaty.more_parties or (begin and begin.first > on):
        return "unmet", _NONE
    if begin is None and idle(idle_until(treaty), on):
        return "unmet", f"not in force by {treaty.not_in_force}"
    if begin is None:
        return "unmet", f"{_NONE}, and no entry into force is on file"
    last = Interval.parse(treaty.listed).last if treaty.listed else None
    if last is None:
        return "open", f"{_NONE}, and does not list all"
    if on <= last:
        return "unmet", f"{_NONE}; it lists all until {treaty.listed}"
    return "open", f"{_NONE}; it lists all until {treaty.listed}, and who has joined since is not on file"
