"""Ids in a treaty's file that the world pack does not know: states, organisations, places, areas."""

import re
from collections.abc import Iterator
from typing import Final

from foedus.model import Treaty
from foedus.packs.areas import Areas
from foedus.packs.fault import Fault, precedes
from foedus.packs.guess import nearest
from foedus.packs.world import World

_STATE: Final = re.compile(r"[A-Z]{3}")
Use = tuple[str, str]
"""An id and the path of its node."""


def faults_of_ids(treaty: Treaty, world: World, areas: Areas) -> Iterator[Fault]:
    """Unknown ids, and parties bound at a time when they were no states yet, or no more."""
    for id_, at in (*_states(treaty), *_actors(treaty)):
        if _STATE.fullmatch(id_) and id_ not in world.states:
            yield Fault(f"no state {id_} on file", at, nearest(id_, world.states, "write an ISO 3166 code such as PRK"))
    for id_, at in (*_actors(treaty), *_bodies(treaty)):
        if id_.startswith("org:") and id_ not in world.organisations:
            mend = nearest(id_, world.organisations, "add it to world/organisations.yaml")
            yield Fault(f"no organisation {id_} on file", at, mend)
    for n, act in enumerate(treaty.acts):
        if act.place and act.place.removeprefix("place:") not in {**world.places, **world.capitals}:
            known = (f"place:{name}" for name in (*world.places, *world.capitals))
            yield Fault(
                f"no {act.place} on file", f".acts[{n}].place", nearest(act.place, known, "add it to places.yaml")
            )
    for id_, at in _areas(treaty):
        if not areas.known(id_):
            yield Fault(f"no area {id_} on file", at, nearest(id_, areas.ids(), "add it to world/areas.yaml"))
    yield from _lifetimes(treaty, world)


def _states(treaty: Treaty) -> Iterator[Use]:
    for key in ("parties", "non_parties"):
        yield from ((party.state, f".{key}[{n}].state") for n, party in enumerate(getattr(treaty, key)))
    for n, duty in enumerate(treaty.duties):
        at = f".duties[{n}]"
        for key in ("by", "to"):
            yield from ((s, f"{at}.{key}[{k}]") for k, s in enumerate(getattr(duty, key)))
        for m, condition in enumerate(duty.conditions):
            yield from ((s, f"{at}.conditions[{m}].states[{k}]") for k, s in enumerate(condition.states))
            yield from ((s, f"{at}.conditions[{m}].perhaps[{k}]") for k, s in enumerate(condition.perhaps))
        for m, conduct in enumerate(duty.conduct):
            for key in ("by", "to"):
                yield from ((s, f"{at}.conduct[{m}].{key}[{k}]") for k, s in enumerate(getattr(conduct, key)))


def _actors(treaty: Treaty) -> Iterator[Use]:
    for n, act in enumerate(treaty.acts):
        for key in ("actors", "towards"):
            yield from ((actor, f".acts[{n}].{key}[{k}]") for k, actor in enumerate(getattr(act, key)))


def _bodies(treaty: Treaty) -> Iterator[Use]:
    """The organisation that it founded, and the organ that took it."""
    yield from ((id_, f".{key}") for key in ("organisation", "organ") if (id_ := getattr(treaty, key)))


def _areas(treaty: Treaty) -> Iterator[Use]:
    for n, duty in enumerate(treaty.duties):
        for m, condition in enumerate(duty.conditions):
            yield from ((a, f".duties[{n}].conditions[{m}].areas[{k}]") for k, a in enumerate(condition.areas))


def _lifetimes(treaty: Treaty, world: World) -> Iterator[Fault]:
    """Parties that join when their state is no more, or leave before there is one.

    Joining before independence is none: three were members of the United Nations before it.
    """
    for n, party in enumerate(treaty.parties):
        lived = [str(interval) for interval in world.existed.get(party.state, ())]
        for key, text, wrong in (
            ("from", party.from_, all(precedes(life, party.from_) for life in lived)),
            ("until", party.until, all(precedes(party.until, life) for life in lived)),
        ):
            if lived and wrong:
                mend = "mend the date, or name the state that was there then"
                what = f"{party.state} did not exist on {text} ({', '.join(lived)})"
                yield Fault(what, f".parties[{n}].{key}", mend)
