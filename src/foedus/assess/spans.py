"""Spans: what begins, suspends and ends a treaty, or a party's part in it, by the acts of its life."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from foedus.assess.turns import NEVER, Kind, Notice, Turn
from foedus.model import INTERNAL, Act, Interval, Treaty
from foedus.packs.notices import after

ENDS: Final[dict[str, tuple[Kind, str]]] = {
    "treaty.terminate": ("ended", "VCLT art. 54"),
    "treaty.suspend": ("suspended", "VCLT art. 57, 72"),
    "treaty.withdraw": ("left", "VCLT art. 54, 56"),
}
"""By the type of an act what it makes of a bond, and by which rule."""


def has_beginning(treaty: Treaty) -> bool:
    """Does the file tell of any entry into force, provisional application or accession?"""
    return any(p.from_ for p in treaty.parties) or any(
        a.type == "treaty.enter_into_force" or a.step == "provisional" for a in treaty.acts
    )


def idle_until(treaty: Treaty) -> dt.date | None:
    """The last day of which it is known that the treaty was not in force."""
    return Interval.parse(treaty.not_in_force).last if treaty.not_in_force else None


def idle(until: dt.date | None, on: dt.date) -> bool:
    """Is it known that it was not in force on a day, or by all that is told, known until some day?"""
    return until is not None and (on <= until or on == NEVER)


def beginnings(acts: Iterable[Act], state: str | None) -> tuple[Turn | None, Turn | None]:
    """What binds first, and the entry into force; of a state, or of the treaty as a whole (None)."""
    force, early = [], []
    for act in acts:
        if act.actors and state is not None and state not in act.actors:
            continue
        if act.step == "provisional":
            early.append(Turn.of(act, "provisionally applied (VCLT art. 25) since", "provisional"))
        elif act.type == "treaty.enter_into_force":
            force.append(Turn.of(act, "in force since", "in force"))
    first = min(force, key=lambda t: t.first, default=None)
    return min((*force, *early), key=lambda t: t.first, default=None), first


def ends_of(acts: Iterable[Act], state: str | None, two: bool) -> Iterator[Turn]:
    """What ends or suspends a bond; in a treaty of two, what one party ends is ended for both (VCLT art. 54, 60).

    A suspension by one of two is that of the treaty as a whole, not of the other's bond.
    """
    for act in acts:
        if act.type not in ENDS or act.revoked or act.towards or act.step in INTERNAL:
            continue
        if act.type == "treaty.withdraw" and act.step != "effect":
            continue
        if not act.actors or state is None or state in act.actors or (two and act.type != "treaty.suspend"):
            kind, rule = ENDS[act.type]
            back = Turn.at(act.lifted, "works again since") if act.lifted else None
            alone = two and state is not None and act.type == "treaty.suspend" and len(act.actors) == 1
            doubt = "the act of one party alone, whether the law allowed it is for a person to judge" if alone else ""
            ground = "; ".join(filter(None, (rule, act.source, doubt)))
            yield Turn.of(act, f"{kind} on", kind)._replace(ground=ground, back=back, alone=alone)


def notices_of(acts: Sequence[Act], state: str | None, period: str | None, *, over: bool = False) -> tuple[Notice, ...]:
    """The notices of leaving that a state, or anybody (None), gave; a vote or assent on it is none.

    ``over``: the file tells the end of the bond otherwise, as the last day of a party.
    """
    found = []
    for act in acts:
        # What was taken back before its effect was a notice, whatever the file calls it.
        if act.type != "treaty.withdraw" or act.step in INTERNAL or (act.step == "effect" and not act.revoked):
            continue
        if state is not None and state not in act.actors:
            continue
        given = Turn.of(act, "notice of withdrawal given", "remark")._replace(
            ground="a step of leaving that ends nothing at once: VCLT art. 56, 67"
        )
        back = Turn.at(act.revoked, "taken back", "remark") if act.revoked else None
        out = None if over or _took_effect(act, acts) else _run_out(act, given, period)
        found.append(Notice(given, back, out, act.actors))
    return tuple(found)


def _took_effect(notice: Act, acts: Iterable[Act]) -> bool:
    return any(
        a.type == "treaty.terminate"
        or (a.type == "treaty.withdraw" and a.step == "effect" and (set(a.actors) & set(notice.actors)))
        for a in acts
    )


def _run_out(act: Act, given: Turn, period: str | None) -> dt.date | None:
    if not period or not act.when:
        return None
    kept = Turn.at(act.put_off, "").last if act.put_off else dt.date.min
    return max(after(given.last, period), kept)
