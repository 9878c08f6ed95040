"""Venues: where an act was done that was done in one place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from foedus.model import Dispute, Treaty
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item, heading
from foedus.reconcile.sites import Sites

_AT_ONE_PLACE: Final = ("treaty.sign", "treaty.exchange", "diplomacy.meet")
"""Of one party, an exchange is the deposit of its instrument: with the depositary, in one place."""


def venues_in_dispute(made: Iterable[Happening], treaty: Treaty | None, sites: Sites) -> Iterator[Dispute]:
    """Disputes on the place of a signature, of an exchange of instruments or of a meeting.

    A place and the state that it lies in agree. Two places in one state are a contradiction only where neither can
    hold the other: a base, a region, a palace may lie about a city or in it.
    """
    for one in made:
        if one.type not in _AT_ONE_PLACE or (one.treaty and not one.once):
            continue
        told: dict[str, list[Item]] = {}
        for item in one.items:
            if item.done() and item.claim.place and sites.state(item.claim.place):
                told.setdefault(item.claim.place, []).append(item)
        places = _apart(told, sites)
        if len(places) > 1:
            yield _dispute(one, places, treaty, sites)


def _apart(told: Mapping[str, list[Item]], sites: Sites) -> dict[str, list[Item]]:
    """The places that cannot all be meant, a state where no part of it is named; none where a text has two."""
    narrow = {sites.state(place) for place in told if sites.part(place)}
    left = {p: items for p, items in told.items() if sites.part(p) or sites.state(p) not in narrow}
    articles = [{i.claim.article for i in items if not heading(i.claim)} for items in left.values()]
    shared = set.union(*articles) if articles else set()
    return {} if len(shared) < sum(map(len, articles)) else left


def _dispute(one: Happening, places: Mapping[str, list[Item]], treaty: Treaty | None, sites: Sites) -> Dispute:
    sides = [side(place, places[place], one.witnesses.of) for place in sorted(places)]
    return dispute("place", one, sides, _finding(one, places, treaty, sites), part="venue")


def _finding(one: Happening, told: Mapping[str, list[Item]], treaty: Treaty | None, sites: Sites) -> Finding:
    places = sorted(told)
    named = " against ".join(places)
    states = {sites.state(place) for place in places}
    if len(states) == 1 and any(sites.wide(place) for place in places):
        return Finding(
            "different_bound_or_scope", f"{named}: one may lie in the other, both are in {min(map(str, states))}"
        )
    headed = [p for p in places if all(heading(i.claim) for i in told[p])]
    if headed and len(headed) < len(places):
        return Finding("likely_error", f"{named}: only a heading has {', '.join(headed)}")
    filed = {a.place for a in treaty.acts if a.type == one.type and a.place} if treaty and one.treaty else set()
    if filed & set(places):
        right = ", ".join(sorted(filter(None, filed)))
        return Finding("likely_error", f"{named}: the treaty's file has {right}")
    return Finding("contradiction", f"{named}: it was done in one place")
