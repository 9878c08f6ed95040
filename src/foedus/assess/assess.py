"""One status for every treaty that the events speak of."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from foedus.assess.deeds import deeds_filed, deeds_reported
from foedus.assess.parties import listed, name_of, parties_of
from foedus.assess.rules import stand, stand_filed
from foedus.assess.stages import stages_of
from foedus.model import LIFE_CYCLE, Dispute, Event, Stage, Status, Treaty

_NOUN: Final = {
    "treaty.negotiate": "Negotiation",
    "treaty.sign": "Signature",
    "treaty.submit": "Submission",
    "treaty.ratify": "Ratification",
    "treaty.exchange": "Exchange of instruments",
    "treaty.enter_into_force": "Entry into force",
    "treaty.publish": "Publication",
    "treaty.suspend": "Suspension",
    "treaty.withdraw": "Withdrawal",
    "treaty.terminate": "Termination",
}


def assess(
    events: Sequence[Event],
    disputes: Sequence[Dispute],
    treaties: Mapping[str, Treaty],
    names: Callable[[str], str],
) -> tuple[Status, ...]:
    """Where each treaty stands, as reported and as filed; those with an act of their life first, then most claims.

    A treaty without a file takes its parties from its id or from the reports. ``names`` gives display names of ids.
    """
    about: dict[str, list[Event]] = {}
    for event in events:
        if event.object and event.object.startswith("treaty:"):
            # An article of a treaty (treaty:UN_Charter#51) speaks of that treaty.
            about.setdefault(event.object.partition("#")[0], []).append(event)
    claims = {id_: len({c for e in of for c in e.claims}) for id_, of in about.items()}
    order = sorted(about, key=lambda id_: (not _lives(about[id_]), -claims[id_], id_))
    return tuple(_status(id_, about[id_], disputes, treaties.get(id_), names) for id_ in order)


def _lives(about: Sequence[Event]) -> bool:
    """Is an act of the treaty's life told, more than talks on it?"""
    return any(e.type in LIFE_CYCLE and e.type != "treaty.negotiate" for e in about)


def _status(
    id_: str, about: Sequence[Event], disputes: Sequence[Dispute], treaty: Treaty | None, names: Callable[[str], str]
) -> Status:
    life = [e for e in about if e.type in LIFE_CYCLE]
    parties = parties_of(id_, treaty, life)
    stages = stages_of(life, treaty.acts if treaty else (), disputes, parties)
    reported = stand(deeds_reported(life, disputes), parties, names)
    filed = stand_filed(deeds_filed(treaty), parties, names) if treaty else None
    return Status(
        treaty=id_,
        name=name_of(id_, treaty, parties, names),
        parties=parties.states,
        reported=reported.word,
        reported_since=reported.since,
        reported_because=(*reported.because, *_open(stages, names)),
        filed=filed.word if filed else None,
        filed_since=filed.since if filed else None,
        filed_because=filed.because if filed else (),
        stages=stages,
    )


def _open(stages: Sequence[Stage], names: Callable[[str], str]) -> list[str]:
    """What is announced or denied changes no status; the derivation says so, one line for each kind of act."""
    who: dict[tuple[str, str], list[str]] = {}
    for stage in stages:
        if stage.state in ("announced", "denied"):
            who.setdefault((stage.type, stage.state), []).extend(stage.actors)
    return [
        f"{_NOUN[type_]}{' by ' + listed(actors, names) if actors else ''} is only {state}: it changes nothing."
        for (type_, state), actors in who.items()
    ]
