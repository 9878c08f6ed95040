"""Keys: under which words an event is filed, and where a claim looks for the events that can speak to it.

A key is the claim type and one thing that it is about: the treaty, a participant, a pair of them, a place.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from foedus.model import LIFE_CYCLE, Event

CODED: Final = re.compile(r"treaty:((?:[A-Z]{3}-)+[A-Z]{3})(?:-(\d{4}))?")
_MANY: Final = 6
"""Most participants whose pairs are filed."""
KINDRED: Final = {
    "forces.deploy": ("forces.fight",),
    "forces.fight": (),
    "treaty.exchange": (),
}
"""Types whose events also bear out a claim: who fights somewhere stands there."""


def of_treaty(claim_type: str) -> bool:
    """Is it a claim about a treaty: an act of its life, or what it lays down?"""
    return claim_type in LIFE_CYCLE or claim_type == "treaty.provision"


def keys_of(event: Event) -> tuple[str, ...]:
    """The keys under which an event is filed."""
    sides = (*event.actors, *event.targets)
    return tuple(dict.fromkeys(_keys(event.type, event.object, sides, event.place)))


def asked(
    claim_type: str, object_: str | None, actors: Iterable[str], targets: Iterable[str], place: str | None
) -> Iterator[tuple[str, ...]]:
    """The keys to ask for a claim, group by group: the next group only where the one before finds nothing."""
    types = (claim_type, *KINDRED.get(claim_type, ()))
    sides = tuple(sorted({*actors, *targets}))
    if of_treaty(claim_type):
        if object_ and object_.startswith("treaty:"):
            yield tuple(f"{t}|{whole(object_)}" for t in types)
            pair = CODED.fullmatch(whole(object_))
            if pair:
                yield tuple(f"{t}|{'+'.join(sorted(pair[1].split('-')))}" for t in types)
        return
    if len(sides) > 1:
        yield tuple(f"{t}|{a}+{b}" for t in types for a, b in combinations(sides, 2))
    yield tuple(f"{t}|{side}" for t in types for side in sides)
    if place:
        yield tuple(f"{t}|{place}" for t in types)


def whole(object_: str) -> str:
    """The treaty that an article of it belongs to."""
    return object_.partition("#")[0]


def treaty_of(event: Event) -> str | None:
    """The treaty that an event speaks of, if any."""
    return whole(event.object) if event.object and event.object.startswith("treaty:") else None


def parties_in(id_: str) -> frozenset[str]:
    """The parties that the id of a treaty names."""
    found = CODED.fullmatch(id_)
    return frozenset(found[1].split("-")) if found else frozenset()


def _keys(claim_type: str, object_: str | None, sides: tuple[str, ...], place: str | None) -> Iterator[str]:
    if object_ and object_.startswith("treaty:"):
        yield f"{claim_type}|{whole(object_)}"
        pair = CODED.fullmatch(whole(object_))
        if pair:
            yield f"{claim_type}|{'+'.join(sorted(pair[1].split('-')))}"
    named = sorted(set(sides))
    yield from (f"{claim_type}|{side}" for side in named)
    if len(named) <= _MANY:
        yield from (f"{claim_type}|{a}+{b}" for a, b in combinations(named, 2))
    if place:
        yield f"{claim_type}|{place}"
