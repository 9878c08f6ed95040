"""Deeds: what was done in a treaty's life, from reports or from its file, in one form for the rules."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from foedus.assess.dates import date_of, other_dates, precedes
from foedus.assess.parties import Parties
from foedus.model import Act, Dispute, Event, Treaty

_UNSURE: Final = ("planned", "conditional", "possible", "alleged")
_OF_ONE: Final = tuple(f"treaty.{act}" for act in ("negotiate", "sign", "submit", "ratify", "exchange", "withdraw"))
"""What parties do one by one, also where no party is named."""
_ENDING: Final = ("treaty.suspend", "treaty.withdraw", "treaty.terminate")


class Deed(NamedTuple):
    """One act of the life cycle. ``said`` is who says so, in words; ``weight`` its support (claims)."""

    type: str
    actors: tuple[str, ...]
    when: str | None
    said: str
    weight: int = 1
    revoked: str | None = None

    def dated(self) -> str:
        """The date after a comma, or that there is none."""
        return f", {self.when}" if self.when else ", undated"


def state_of(event: Event) -> str:
    """``reported``, ``announced`` (planned, conditional, possible, alleged) or ``denied`` (denied or negated)."""
    if event.modality == "denied" or event.polarity == "negative":
        return "denied"
    return "announced" if event.modality in _UNSURE else "reported"


def bearing(event: Event) -> int:
    """How many claims bear the event out: those that its origins rest on, without plans and denials."""
    return len({claim for origin in event.origins for claim in origin.claims})


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
        weight = bearing(event)
        said = f"{_counted(weight, 'claim')}, {_counted(len(event.origins), 'origin')}"
        if others := other_dates(event, disputes, when):
            said += f"; also dated {', '.join(others)}"
        deeds.append(Deed(event.type, event.actors, when, said, weight, back[0] if back else None))
    return tuple(deeds)


def deeds_filed(treaty: Treaty) -> tuple[Deed, ...]:
    """The acts of the treaty's file, each with its source and the dates that others give."""
    return tuple(Deed(a.type, a.actors, a.when, _said(a), 1, a.revoked) for a in treaty.acts)


def of_party_alone(deed: Deed, parties: Parties) -> bool:
    """Does the deed concern only who does it? In a multilateral treaty: leaving, and all that follows its force.

    Consent to a treaty that is in force is that of a joiner, or of a party to a joiner's protocol, unless its date says
    that it is of the founding.
    """
    if parties.bilateral:
        return False
    if not parties.founded:
        return len(deed.actors) == 1 and deed.type in _ENDING
    founding = deed.when and not precedes(str(parties.founded), deed.when)
    if deed.actors or deed.type in _OF_ONE:
        return not founding
    return deed.type == "treaty.enter_into_force" and precedes(str(parties.founded), deed.when)


def _interval(event: Event, disputes: Sequence[Dispute]) -> str | None:
    when = date_of(event, disputes)
    return when.interval if when else None


def _said(act: Act) -> str:
    note = f"; {act.note}" if act.note else ""
    others = ", ".join(f"{value} by {source}" for value, source in act.disputed)
    return f"{act.source}{note}{'; also dated ' + others if others else ''}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
