"""Acts of a treaty's life, from reports or from its file, in one form for the rules."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from foedus.assess.dates import date_of, other_dates, precedes, sharpest
from foedus.assess.parties import Parties, listed
from foedus.model import Act, Dispute, Event

_UNSURE: Final = ("planned", "conditional", "possible", "alleged")
_OF_ONE: Final = tuple(f"treaty.{act}" for act in ("negotiate", "sign", "submit", "ratify", "exchange", "withdraw"))
"""What parties do one by one, also where no party is named."""
_ENDING: Final = ("treaty.suspend", "treaty.withdraw", "treaty.terminate")
_ONE: Final = tuple(
    f"treaty.{act}" for act in ("negotiate", "sign", "exchange", "enter_into_force", "suspend", "terminate")
)
"""What happens to a treaty once: of several reports the best supported one counts."""
INSIDE: Final = "inside the state, by "
"""How the note of a reported act begins that rests on the act of chambers alone."""
Bodies = Mapping[str, tuple[str, ...]]
"""By the id of an event, in words, the chambers on whose act alone it rests."""


class _Deed(NamedTuple):
    """An act as reported, with its support (claims)."""

    act: Act
    weight: int


def state_of(event: Event) -> str:
    """``reported``, ``announced`` (planned, conditional, possible, alleged) or ``denied`` (denied or negated)."""
    if event.modality == "denied" or event.polarity == "negative":
        return "denied"
    return "announced" if event.modality in _UNSURE else "reported"


def bearing(event: Event) -> int:
    """How many claims bear the event out: those that its origins rest on, without plans and denials."""
    return len({claim for origin in event.origins for claim in origin.claims})


def acts_reported(
    events: Sequence[Event], disputes: Sequence[Dispute], parties: Parties, bodies: Bodies
) -> tuple[Act, ...]:
    """The events that are asserted as done; a withdrawal negated for a later day is taken back (VCLT art. 68).

    Of what happens to the whole treaty once, only the best supported report is given.
    """
    negated = [e for e in events if (e.type, e.modality, e.polarity) == ("treaty.withdraw", "asserted", "negative")]
    deeds = [_deed(e, disputes, negated, bodies) for e in events if state_of(e) == "reported"]
    best: dict[str, Act] = {}
    for type_ in _ONE:
        if found := [d for d in deeds if d.act.type == type_ and not of_party_alone(d.act, parties)]:
            best[type_] = _best(found)
    return tuple(
        d.act for d in deeds if d.act.type not in best or d.act is best[d.act.type] or of_party_alone(d.act, parties)
    )


def _deed(event: Event, disputes: Sequence[Dispute], negated: Sequence[Event], bodies: Bodies) -> _Deed:
    when = _interval(event, disputes)
    back = [
        later
        for e in negated
        if event.type == "treaty.withdraw" and set(e.actors) & set(event.actors)
        if precedes(when, later := _interval(e, disputes))
    ]
    weight = bearing(event)
    act = Act(
        type=event.type,
        actors=event.actors,
        when=when,
        source=f"{_counted(weight, 'claim')}, {_counted(len(event.origins), 'origin')}",
        note=f"{INSIDE}{', '.join(told)}" if (told := bodies.get(event.id)) else "",
        revoked=back[0] if back else None,
        disputed=tuple((other, "") for other in other_dates(event, disputes, when)),
    )
    return _Deed(act, weight)


def _best(found: Sequence[_Deed]) -> Act:
    """The best supported one among the dated ones that no other date sharpens, else the best supported."""
    sharp = sharpest(d.act.when for d in found if d.act.when)
    dated = sorted((d for d in found if d.act.when in sharp), key=lambda d: (-d.weight, sharp.index(d.act.when or "")))
    return (dated[0] if dated else max(found, key=lambda d: d.weight)).act


def of_party_alone(act: Act, parties: Parties) -> bool:
    """Does the act concern only who does it? In a multilateral treaty: leaving, and all that follows its force.

    Consent to a treaty that is in force is that of a joiner, or of a party to a joiner's protocol, unless its date says
    that it is of the founding.
    """
    if parties.bilateral:
        return False
    if not parties.founded:
        return len(act.actors) == 1 and act.type in _ENDING
    founding = act.when and not precedes(str(parties.founded), act.when)
    if act.actors or act.type in _OF_ONE:
        return not founding
    return act.type == "treaty.enter_into_force" and precedes(str(parties.founded), act.when)


def dated(act: Act) -> str:
    """The date after a comma, or that there is none."""
    return f", {act.when}" if act.when else ", undated"


def said(act: Act) -> str:
    """Who says so, with the note and the dates that others give."""
    note = f"; {act.note}" if act.note else ""
    others = ", ".join(f"{value} by {source}" if source else value for value, source in act.disputed)
    return f"{act.source}{note}{'; also dated ' + others if others else ''}"


def head(what: str, act: Act, names: Callable[[str], str]) -> str:
    """Such as "Signed by Italy and Suriname, 2024-03-01 (TASS; public on 2024-03-02)"."""
    by = f" by {listed(act.actors, names)}" if act.actors else ""
    late = f"; public on {act.known}" if act.known and act.known != act.when else ""
    return f"{what}{by}{dated(act)} ({said(act)}{late})"


def _interval(event: Event, disputes: Sequence[Dispute]) -> str | None:
    when = date_of(event, disputes)
    return when.interval if when else None


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
