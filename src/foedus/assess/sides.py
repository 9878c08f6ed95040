"""Sides: what single states do in a multilateral treaty, which leaves its force as it was. One line for each state."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from foedus.assess.dates import sharpest
from foedus.assess.deeds import Deed

_VERB: Final = {
    "treaty.negotiate": "in talks",
    "treaty.sign": "signed",
    "treaty.submit": "submitted for approval",
    "treaty.ratify": "ratified or joined",
    "treaty.exchange": "instrument handed over",
    "treaty.enter_into_force": "in force",
    "treaty.suspend": "suspended",
    "treaty.withdraw": "leaving",
    "treaty.terminate": "ended",
}
_LEAVING: Final = ("treaty.withdraw", "treaty.terminate")


def sides(deeds: Sequence[Deed], names: Callable[[str], str]) -> Iterator[str]:
    """Each state's steps in the order of the life cycle and of their dates; by name, deeds of nobody named last."""
    of: dict[str, list[Deed]] = {}
    for deed in deeds:
        if deed.type in _VERB:
            for actor in deed.actors or ("",):
                of.setdefault(actor, []).append(deed)
    for actor in sorted(of, key=lambda a: (not a, names(a) if a else "", a)):
        who, side = (names(actor), "that side") if actor else ("No party named", "the side that did it")
        told = f"{who}: {_steps(of[actor])}; this concerns {side} alone"
        yield f"{told}, the treaty's own force stays as it was (VCLT {_rule(of[actor])})."


def _steps(deeds: Sequence[Deed]) -> str:
    """Such as "signed, 2001-02-03 (1 claim, 1 origin), undated (…); leaving, 2005 (…)"."""
    order = sharpest(d.when for d in deeds if d.when)
    by_type = {type_: [d for d in deeds if d.type == type_] for type_ in _VERB}
    for found in by_type.values():
        found.sort(key=lambda d: order.index(d.when) if d.when in order else len(order) + (d.when is None))
    return "; ".join(_VERB[type_] + "".join(map(_told, found)) for type_, found in by_type.items() if found)


def _told(deed: Deed) -> str:
    back = f", taken back {deed.revoked}" if deed.revoked else ""
    return f"{deed.dated()} ({deed.said}){back}"


def _rule(deeds: Sequence[Deed]) -> str:
    leaving = [d for d in deeds if d.type in _LEAVING]
    joining = len(leaving) < len(deeds)
    return "; ".join([*["art. 15, 24 and 58"] * joining, *["art. 54 and 55"] * bool(leaving)])
