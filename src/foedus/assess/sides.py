"""Sides: what single states do in a multilateral treaty, which leaves its force as it was. One line for those alike."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from foedus.assess.acts import dated, said
from foedus.assess.dates import sharpest
from foedus.assess.parties import listed
from foedus.model import Act

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
STEPS: Final = {
    "vote": "approved by a vote inside the state",
    "assent": "assented to inside the state",
    "ratification": "ratified",
    "acceptance": "accepted",
    "approval": "approved",
    "accession": "acceded",
    "deposit": "instrument deposited",
    "notice": "notice of leaving",
    "effect": "left",
    "provisional": "provisionally applied",
    "reservation": "reservation",
    "objection": "objection to a reservation",
}
_LEAVING: Final = ("treaty.withdraw", "treaty.terminate")


def sides(acts: Sequence[Act], names: Callable[[str], str]) -> Iterator[str]:
    """The states' steps in the order of the life cycle and of their dates; by name, acts of nobody named last."""
    of: dict[str, list[Act]] = {}
    for act in acts:
        if act.type in _VERB:
            for actor in act.actors or ("",):
                of.setdefault(actor, []).append(act)
    alike: dict[tuple[str, str, bool], list[str]] = {}
    for actor in sorted(of, key=lambda a: (not a, names(a).removeprefix("the ") if a else "", a)):
        alike.setdefault((_steps(of[actor]), _rule(of[actor]), bool(actor)), []).append(actor)
    for (steps, rule, named), actors in alike.items():
        side = "each of them" if len(actors) > 1 else "that side" if named else "the side that did it"
        who = listed(actors, names) if named else "No party named"
        told = f"{who[0].upper()}{who[1:]}: {steps}; this concerns {side} alone"
        yield f"{told}, the treaty's own force stays as it was (VCLT {rule})."


def _steps(acts: Sequence[Act]) -> str:
    """Such as "signed, 2001-02-03 (1 claim, 1 origin), undated (…); leaving, 2005 (…)"."""
    order = sharpest(a.when for a in acts if a.when)
    by_verb: dict[str, list[Act]] = {}
    for act in sorted(acts, key=lambda a: list(_VERB).index(a.type)):
        by_verb.setdefault(STEPS.get(act.step or "", _VERB[act.type]), []).append(act)
    for found in by_verb.values():
        found.sort(key=lambda a: order.index(a.when) if a.when in order else len(order) + (a.when is None))
    return "; ".join(verb + "".join(map(_told, found)) for verb, found in by_verb.items())


def _told(act: Act) -> str:
    back = f", taken back {act.revoked}" if act.revoked else ""
    lifted = f", lifted {act.lifted}" if act.lifted else ""
    return f"{dated(act)} ({said(act)}){back}{lifted}"


def _rule(acts: Sequence[Act]) -> str:
    leaving = [a for a in acts if a.type in _LEAVING]
    joining = len(leaving) < len(acts)
    return "; ".join([*["art. 15, 24 and 58"] * joining, *["art. 54 and 55"] * bool(leaving)])
