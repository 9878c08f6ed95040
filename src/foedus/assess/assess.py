"""One status for every treaty that the events speak of."""

import datetime as dt
from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from foedus.assess.acts import Bodies
from foedus.assess.life import life_filed, life_reported
from foedus.assess.parties import listed, name_of, parties_of
from foedus.assess.rules import reached, stand
from foedus.assess.stages import stages_of
from foedus.assess.terms import Terms
from foedus.assess.turns import NEVER
from foedus.model import LIFE_CYCLE, Dispute, Event, Stage, Status

_SILENT: Final = "No article speaks of it: unknown."
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


class Question(NamedTuple):
    """What is asked of every treaty: the terms with what was public (``Terms.known``), and the day.

    ``names`` gives display names of ids, ``bodies`` on whose act inside a state a reported ratification rests.
    """

    terms: Terms
    names: Callable[[str], str]
    bodies: Bodies = MappingProxyType({})
    on: dt.date = NEVER


def assess(events: Sequence[Event], disputes: Sequence[Dispute], question: Question) -> tuple[Status, ...]:
    """Where each treaty stands, as reported and as filed; those with an act of their life first, then most claims.

    A treaty without a file takes its parties from its id or from the reports.
    """
    about: dict[str, list[Event]] = {}
    for event in events:
        if event.object and event.object.startswith("treaty:"):
            # An article of a treaty (treaty:UN_Charter#51) speaks of that treaty.
            about.setdefault(event.object.partition("#")[0], []).append(event)
    claims = {id_: len({c for e in of for c in e.claims}) for id_, of in about.items()}
    order = sorted(about, key=lambda id_: (not _lives(about[id_]), -claims[id_], id_))
    return tuple(status(id_, about[id_], disputes, question) for id_ in order)


def _lives(about: Sequence[Event]) -> bool:
    """Is an act of the treaty's life told, more than talks on it?"""
    return any(e.type in LIFE_CYCLE and e.type != "treaty.negotiate" for e in about)


def status(id_: str, about: Sequence[Event], disputes: Sequence[Dispute], question: Question) -> Status:
    """Where one treaty stands, by its file on the day, and by the events ``about`` it, which were done by that day."""
    terms, names, on = question.terms, question.names, question.on
    treaty = terms.treaties.get(id_)
    life = [e for e in about if e.type in LIFE_CYCLE]
    parties = parties_of(id_, treaty, life)
    acts = [a for a in terms.acts(treaty) if reached(a, on) != "unmet"] if treaty else []
    stages = stages_of(life, acts, disputes, parties)
    reported = stand(life_reported(life, disputes, parties, question.bodies), names)
    filed = stand(life_filed(treaty, terms, parties), names, on) if treaty else None
    return Status(
        treaty=id_,
        name=name_of(id_, treaty, parties, names),
        parties=parties.states,
        reported=reported.word,
        reported_since=reported.since,
        reported_because=(*reported.because, *_open(stages, names)) if about else (_SILENT,),
        filed=filed.word if filed else None,
        filed_since=filed.since if filed else None,
        filed_because=filed.because if filed else (),
        filed_until=filed.until if filed else None,
        filed_known=filed.known if filed else None,
        stages=stages,
        on=None if on == NEVER else on,
        known=terms.known,
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
