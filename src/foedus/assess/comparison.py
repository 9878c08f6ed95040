"""Comparison: each act of a treaty's file beside the dates that reports give it, and what only reports tell."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from foedus.assess.acts import state_of
from foedus.model import LIFE_CYCLE, Act, Claim, Comparison, Event, Interval, Told
from foedus.model.standing import Fit

_ORDER: Final = ("same", "wider", "disputed", "other", "undated")


def compare(acts: Sequence[Act], events: Sequence[Event], claims: Mapping[str, Claim]) -> tuple[Comparison, ...]:
    """In the order of the life cycle, the file's acts first; plans and denials are no reports of an act."""
    told = [e for e in events if e.type in LIFE_CYCLE and state_of(e) == "reported" and e.origins]
    by_act: dict[int, list[Event]] = {}
    alone = []
    for event in told:
        n = _act_of(event, acts, claims)
        if n is None:
            alone.append(event)
        else:
            by_act.setdefault(n, []).append(event)
    found = [_comparison(act, by_act.get(n, []), claims) for n, act in enumerate(acts)]
    found += [_comparison(None, [event], claims) for event in alone]
    return tuple(sorted(found, key=lambda c: (LIFE_CYCLE.index(c.type), c.act is None)))


def _act_of(event: Event, acts: Sequence[Act], claims: Mapping[str, Claim]) -> int | None:
    """The act that an event tells: by its date, by a date that some report or the file disputes, or the only one."""
    fitting = [n for n, act in enumerate(acts) if act.type == event.type and _shared(act.actors, event.actors)]
    best = event.when.days() if event.when else None
    dates = [best, *(_days(claims.get(id_)) for id_ in event.claims)]
    for day in filter(None, dates):
        for n in fitting:
            if acts[n].when and day.meets(Interval.parse(acts[n].when or "")):
                return n
    values = {str(day) for day in dates if day}
    for n in fitting:
        if values & {value for value, _ in acts[n].disputed}:
            return n
    return fitting[0] if len(fitting) == 1 else None


def _shared(one: Sequence[str], other: Sequence[str]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _days(claim: Claim | None) -> Interval | None:
    return claim.when.days() if claim and claim.when else None


def _comparison(act: Act | None, events: Sequence[Event], claims: Mapping[str, Claim]) -> Comparison:
    first = act or events[0]
    return Comparison(
        type=first.type,
        actors=first.actors,
        step=act.step if act else None,
        act=act,
        told=tuple(_told(act, events, claims)),
        events=tuple(event.id for event in events),
    )


def _told(act: Act | None, events: Sequence[Event], claims: Mapping[str, Claim]) -> Iterator[Told]:
    """One for each date; an origin that gives a date is not counted as undated too."""
    origins: dict[str | None, set[str]] = {}
    articles: dict[str | None, set[str]] = {}
    for event in events:
        for origin in event.origins:
            of_origin = [claims[id_] for id_ in origin.claims if id_ in claims]
            dated = {id_: day for c in of_origin if (day := _days(c)) for id_ in (c.id,)}
            for claim in of_origin:
                if claim.id in dated or not dated:
                    value = str(dated[claim.id]) if claim.id in dated else None
                    origins.setdefault(value, set()).add(origin.id)
                    articles.setdefault(value, set()).add(claim.article)
    fits = {value: _fit(value, act) for value in origins}
    exact = {one for value, fit in fits.items() if fit == "same" for one in origins[value]}
    for value in [v for v, fit in fits.items() if fit == "wider"]:
        # Who also gives the file's date says nothing else with a vaguer one.
        origins[value] -= exact
        if not origins[value]:
            del origins[value]
    for value in sorted(origins, key=lambda v: (_ORDER.index(fits[v]), -len(origins[v]), v or "")):
        yield Told(value, fits[value], tuple(sorted(origins[value])), tuple(sorted(articles[value])))


def _fit(value: str | None, act: Act | None) -> Fit:
    if value is None:
        return "undated"
    if act is None or act.when is None:
        return "other"
    days, filed = Interval.parse(value), Interval.parse(act.when)
    if days == filed:
        return "same"
    if any(value == other for other, _ in act.disputed):
        return "disputed"
    return "wider" if filed.within(days) or days.within(filed) else "other"
