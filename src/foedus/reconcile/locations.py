"""Locations in dispute: one body of troops put on the soil of two states, one of them its enemy's."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from foedus.model import Dispute
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item
from foedus.reconcile.sites import Sites

_FORCES: Final = ("forces.deploy", "forces.fight")
_ALIKE: Final = 2.0
"""Counts within this factor can be of one body of troops."""


class Presence(NamedTuple):
    """Forces said to be in a state; ``size`` is the most that the claim allows, None without a number."""

    state: str
    size: float | None
    item: Item
    made: Happening


def locations_in_dispute(made: Iterable[Happening], sites: Sites) -> Iterator[Dispute]:
    """Disputes on the state in which forces stand.

    An army can be in two states at once, so that two places alone are no dispute. It is one when about as many troops,
    at the same time, are on their enemy's soil by one report and in another state by others.
    """
    senders: dict[str, list[Happening]] = {}
    for one in made:
        if one.type in _FORCES:
            senders.setdefault("+".join(sorted({a for i in one.items for a in i.actors})), []).append(one)
    for sender in sorted(senders):
        yield from _of_sender(senders[sender], sites)


def _of_sender(made: Sequence[Happening], sites: Sites) -> Iterator[Dispute]:
    enemies = {t for one in made if one.type == "forces.fight" for i in one.items for t in i.targets}
    stands = [p for one in made for i in one.items if (p := _presence(i, one, sites))]
    hosts = [p for p in stands if p.state not in enemies]
    for enemy in sorted({p.state for p in stands} & enemies):
        there = [p for p in stands if p.state == enemy]
        if any(_same_body(p, hosts) for p in there):
            yield _dispute(enemy, there, hosts)


def _presence(item: Item, made: Happening, sites: Sites) -> Presence | None:
    """Where a claim has troops now; a plan, or a fight at no named place, says nothing of it."""
    state = sites.host(item) if item.claim.type == "forces.deploy" else sites.state(item.claim.place)
    if not state or not item.done():
        return None
    quantity = item.claim.quantity
    size = None if quantity is None else quantity.low if quantity.high is None else quantity.high
    return Presence(state, size, item, made)


def _same_body(one: Presence, others: Sequence[Presence]) -> bool:
    """Is there, at a time that can be the same, a body of about that size elsewhere?"""
    if not one.size:
        return False
    sized = sorted(((p.size, n) for n, p in enumerate(others) if p.size))
    for size, n in sized[bisect_left(sized, (one.size / _ALIKE, -1)) :]:
        if size > one.size * _ALIKE:
            return False
        time, other = one.item.interval, others[n].item.interval
        if time is None or other is None or time.meets(other) or _limits(one.item, others[n].item):
            return True
    return False


def _limits(a: Item, b: Item) -> bool:
    """Is one of the two a state of affairs up to some day, which may well go on?"""
    return any(i.interval and i.interval.first is None for i in (a, b))


def _dispute(enemy: str, there: Sequence[Presence], hosts: Sequence[Presence]) -> Dispute:
    of = {item: names for p in (*there, *hosts) for item, names in p.made.witnesses.of.items()}
    elsewhere: dict[str, list[Item]] = {}
    for p in hosts:
        elsewhere.setdefault(p.state, []).append(p.item)
    few = {n for p in there for n in of[p.item]}
    many = {n for p in hosts for n in of[p.item]}
    told = f"forces of about one size are put in {enemy}, which they fight, and in {', '.join(sorted(elsewhere))}"
    lone = len(few) == 1 < len(many - few)
    against = f"{told}; only {min(few)} has {enemy}, against {len(many - few)} origins"
    finding = Finding("likely_error", against) if lone else Finding("contradiction", told)
    sides = [side(enemy, [p.item for p in there], of), *(side(s, elsewhere[s], of) for s in sorted(elsewhere))]
    touched = {p.made.id: p.made for p in (*there, *hosts)}
    first = touched.pop(there[0].made.id)
    return dispute("place", first, sides, finding, *touched.values(), part=enemy)
