"""Deeds: what was done in a treaty's life, from reports or from its file, in one form for the rules."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from foedus.assess.dates import date_of, other_dates, precedes
from foedus.assess.parties import Parties
from foedus.model import Act, Dispute, Event, Treaty
from foedus.packs.treaties import revoked

_UNSURE: Final = ("planned", "conditional", "possible", "alleged")


class Deed(NamedTuple):
    """One act of the life cycle. ``said`` is who says so, in words; ``weight`` its support (claims)."""

    type: str
    actors: tuple[str, ...]
    when: str | None
    said: str
    weight: int = 1
    revoked: str | None = None


def state_of(event: Event) -> str:
    """``reported``, ``announced`` (planned, conditional, possible, alleged) or ``denied`` (denied or negated)."""
    if event.modality == "denied" or event.polarity == "negative":
        return "denied"
    return "announced" if event.modality in _UNSURE else "reported"


def deeds_reported(events: Sequence[Event], disputes: Sequence[Dispute]) -> tuple[Deed, ...]:
    """The events that are asserted as done; a withdrawal negated for a later day is taken back (VCLT art. 68)."""
    negated = [e for e in events if (e.type, e.modality, e.polarity) == ("treaty.withdraw", "asserted", "negative")]
    deeds = []
    for event in events:
        if state_of(event) != "reported":
            continue
        when = _interval(event, disputes)
        back = [
            later
            for e in negated
            if event.type == "treaty.withdraw" and set(e.actors) & set(event.actors)
            if precedes(when, later := _interval(e, disputes))
        ]
        said = f"{_counted(len(event.claims), 'claim')}, {_counted(len(event.origins), 'origin')}"
        if others := other_dates(event, disputes, when):
            said += f"; also dated {', '.join(others)}"
        deeds.append(Deed(event.type, event.actors, when, said, len(event.claims), back[0] if back else None))
    return tuple(deeds)


def deeds_filed(treaty: Treaty) -> tuple[Deed, ...]:
    """The acts of the treaty's file, each with its source and the dates that others give."""
    return tuple(Deed(a.type, a.actors, a.when, _said(a), 1, revoked(a)) for a in treaty.acts)


def of_party_alone(deed: Deed, parties: Parties) -> bool:
    """Does the deed concern only who does it? In a multilateral treaty: leaving, and all that follows its force."""
    if parties.bilateral or not deed.actors:
        return False
    if parties.founded:
        return not precedes(deed.when, str(parties.founded))
    return len(deed.actors) == 1 and deed.type in ("treaty.suspend", "treaty.withdraw", "treaty.terminate")


def _interval(event: Event, disputes: Sequence[Dispute]) -> str | None:
    when = date_of(event, disputes)
    return when.interval if when else None


def _said(act: Act) -> str:
    note = "" if revoked(act) or not act.note else f"; {act.note}"
    others = ", ".join(f"{value} by {source}" for value, source in act.disputed)
    return f"{act.source}{note}{'; also dated ' + others if others else ''}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
