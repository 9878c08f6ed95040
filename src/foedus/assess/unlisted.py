"""Unlisted states: is one bound that a treaty's file does not list among the parties?"""

import datetime as dt
from typing import Final

from foedus.assess.spans import beginnings
from foedus.model import Bond, Interval, Treaty, Truth

_NONE: Final = "the file does not list it as a party"


def unlisted(treaty: Treaty, state: str, on: dt.date) -> Bond:
    """Its bond by ``on``: none where the file lists every party of that day or nobody was bound yet, else open."""
    truth, because = _unlisted(treaty, on)
    return Bond(state, treaty.id, truth, (because,))


def _unlisted(treaty: Treaty, on: dt.date) -> tuple[Truth, str]:
    begin, _ = beginnings(treaty.acts, None)
    if not treaty.more_parties or (begin and begin.first > on):
        return "unmet", _NONE
    if begin is None:
        return "unmet", f"{_NONE}, and no entry into force is on file"
    last = Interval.parse(treaty.listed).last if treaty.listed else None
    if last is None:
        return "open", f"{_NONE}, and does not list all"
    if on <= last:
        return "unmet", f"{_NONE}; it lists all until {treaty.listed}"
    return "open", f"{_NONE}; it lists all until {treaty.listed}, and who has joined since is not on file"
