"""Series: figures of one stock, told for several days; neither one event nor a dispute."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from foedus.model import Claim, Event, Interval, Point, Quantity, Reading, Series
from foedus.packs.world import World
from foedus.reconcile.items import days_of
from foedus.reconcile.origins import OWN
from foedus.reconcile.sites import Sites

_STOCKS: Final = (
    "forces.deploy",
    "forces.fight",
    "forces.casualties",
    "transfer.",
    "arms.buildup",
    "control.territory",
)
"""What is counted up or down over time. A delivery on a day of its own is an event, and none of these."""
_DONE: Final = ("asserted", "alleged")
_TIMES: Final = frozenset({"days", "day", "weeks", "week", "months", "month", "years", "year", "hours"})
Key = tuple[str, tuple[str, ...], str, str, str, str, str]


class _Told(NamedTuple):
    """A claim with a figure: its event, the day for which it is told, and what it rests on."""

    claim: Claim
    quantity: Quantity
    event: Event
    as_of: Interval | None
    origins: tuple[str, ...]


def series_of(events: Iterable[Event], readings: Sequence[Reading], world: World) -> tuple[Series, ...]:
    """The series of some events: two figures at least, of one thing, by the same ones, in the same place.

    A figure for a part is not of the series of the whole. A figure without a day of its own is told for the day on
    which its article came out. In the order of their ids.
    """
    published = {r.article.id: r.article.published for r in readings}
    claims = {c.id: c for r in readings for c in r.claims}
    days = {id_: d for id_, when in published.items() if when and (d := when.days())}
    sites, found = Sites(world), dict[Key, list[_Told]]()
    for event in events:
        if event.type.startswith(_STOCKS):
            for told in _figures(event, claims, days):
                found.setdefault(_key(told, sites), []).append(told)
    made = (_series(key, found[key]) for key in found)
    return tuple(sorted((one for one in made if len(one.points) > 1), key=lambda s: s.id))


def _figures(event: Event, claims: Mapping[str, Claim], days: Mapping[str, Interval]) -> Iterator[_Told]:
    origins: dict[str, list[str]] = {}
    for origin in event.origins:
        for held in origin.claims:
            origins.setdefault(held, []).append(origin.id)
    for id_ in event.claims:
        claim = claims.get(id_)
        quantity = claim.quantity if claim else None
        if not claim or not quantity or claim.modality not in _DONE or claim.polarity == "negative":
            continue
        if (quantity.low is None and quantity.high is None) or quantity.unit in _TIMES:
            continue
        when = days_of(claim.when.interval if claim.when else None)
        if claim.type.startswith("transfer.") and when and when.first:
            continue  # what was delivered on some day, and not so far
        as_of = Interval.day(when.last) if when and when.last else days.get(claim.article)
        yield _Told(claim, quantity, event, as_of, tuple(sorted(origins.get(id_) or _sources(claim))))


def _sources(claim: Claim) -> tuple[str, ...]:
    """What a figure rests on that does not bear out its event, an alleged one: its first source, else its article."""
    return claim.attribution.chain[0] if claim.attribution.chain else (f"{OWN}{claim.article}",)


def _key(told: _Told, sites: Sites) -> Key:
    """Type, whose, on whose soil, in which part of it, what, unit and kind."""
    claim, event = told.claim, told.event
    host = sites.state(claim.place) or "+".join(event.targets)
    part = sites.part(claim.place) or ""
    return event.type, event.actors, host, part, claim.object or "", told.quantity.unit, told.quantity.kind


def _series(key: Key, told: Sequence[_Told]) -> Series:
    type_, actors, host, part, object_, unit, kind = key
    points: dict[tuple[dt.date, str, float, float, str], list[_Told]] = {}
    for one in told:
        low = float("-inf") if one.quantity.low is None else float(one.quantity.low)
        high = float("inf") if one.quantity.high is None else float(one.quantity.high)
        day = (one.as_of and (one.as_of.last or one.as_of.first)) or dt.date.max
        points.setdefault((day, str(one.as_of or ""), low, high, one.quantity.comparator), []).append(one)
    content = "\x1f".join((type_, "+".join(actors), host, part, object_, unit, kind))
    return Series(
        "sr:" + hashlib.sha256(content.encode()).hexdigest()[:12],
        type_,
        actors,
        tuple(filter(None, host.split("+"))),
        object_ or None,
        part or None,
        unit,
        kind,
        tuple(_point(points[at]) for at in sorted(points)),
        tuple(sorted({one.event.id for one in told})),
    )


def _point(told: Sequence[_Told]) -> Point:
    first = min(told, key=lambda one: (one.claim.article, one.claim.evidence.start, one.claim.id))
    return Point(
        str(first.as_of) if first.as_of else None,
        first.quantity,
        tuple(sorted({one.claim.id for one in told})),
        tuple(sorted({name for one in told for name in one.origins})),
    )
