"""Sequence: acts of a treaty's life that are told before those which they must follow."""

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from foedus.model import Dispute, Interval
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item, bounded, limit_of

_AFTER: Final = {
    "treaty.sign": ("treaty.submit", "treaty.ratify", "treaty.exchange", "treaty.enter_into_force"),
    "treaty.ratify": ("treaty.exchange", "treaty.enter_into_force"),
    "treaty.exchange": ("treaty.enter_into_force",),
    "treaty.enter_into_force": ("treaty.terminate",),
}
"""What each act must come before (VCLT art. 11-16, 24, 54-56); ratifying, all steps of it before it takes effect."""
_LEAVING: Final = ("treaty.withdraw", "treaty.terminate")
_CLOSE: Final = dt.timedelta(days=731)
_NAMES: Final = {"treaty.sign": "the signature", "treaty.ratify": "the ratification"}


class _Told(NamedTuple):
    """An act and the time for which its claims have it, as days and in words."""

    act: Happening
    time: Interval
    items: list[Item]


def out_of_order(acts: Sequence[Happening], disputed: Container[str]) -> Iterator[Dispute]:
    """Disputes between two acts on one treaty, of which one is told for a time before the one that it must follow.

    Claims that are ``disputed`` (ids) against others of their own act need no second dispute.

    What lies more than two years apart is no slip, but another act: an amendment is approved, an extension signed. Of a
    treaty of many only acts of one and the same party are laid beside each other, where it did each once: it may
    consent again, to another's accession.
    """
    told: dict[str, list[_Told]] = {}
    for act in acts:
        for one in _times(act):
            told.setdefault(act.party if act.many else "", []).append(one)
    for party in sorted(told):
        kinds = Counter(t.act.type for t in told[party])
        of_many = any(t.act.many for t in told[party])
        for early in told[party] if party or not of_many else ():
            for late in told[party] if early.act.once and early.act.type in _AFTER and bounded(early.time) else ():
                once = not of_many or kinds[early.act.type] == kinds[late.act.type] == 1
                shown = all(i.claim.id in disputed for i in late.items)
                if once and not shown and _precedes(late, early):
                    yield _early(late, early)


def _precedes(late: _Told, early: _Told) -> bool:
    """Is the one, which must follow the other, told for before it?"""
    follows = (*_AFTER[early.act.type], *(_LEAVING if early.act.type == "treaty.sign" else ()))
    first, last = early.time.first, late.time.last
    return late.act.type in follows and first is not None and last is not None and last < first <= last + _CLOSE


def _dated(act: Happening) -> _Told | None:
    """The act for its best date, with the claims that can agree with it."""
    day = act.interval()
    items = [i for i in act.items if i.done() and i.interval and day and bounded(i.interval) and i.interval.meets(day)]
    return _Told(act, day, items) if day and items else None


def _times(act: Happening) -> Iterable[_Told]:
    """The act for its best date; one that nobody dates, for the first telling of it as done."""
    if dated := _dated(act):
        return [dated]
    told = [(time.last, i.order(), time, i) for i in act.items if i.done() and (time := limit_of(i)) and time.last]
    if act.interval() or not told:
        return []
    until = min(told)[2]
    return [_Told(act, until, [i for *_, time, i in told if time.last == until.last])]


def _early(late: _Told, early: _Told) -> Dispute:
    name = _NAMES.get(early.act.type, early.act.type)
    when = "on" if bounded(late.time) else "by"
    day = late.time if bounded(late.time) else late.time.last
    reason = f"{late.act.type} {when} {day} lies before {name} on {early.time}: one of the two dates is wrong"
    sides = [side(f"{t.act.type} {t.time}", t.items, t.act.witnesses.of) for t in (late, early)]
    return dispute("when", late.act, sides, Finding("likely_error", reason), early.act, part=f"before {early.act.id}")
