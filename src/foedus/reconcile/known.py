"""Known: the days that treaty files and dated articles give for what an undated article tells."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

import msgspec

from foedus.model import LIFE_CYCLE, Claim, Event, Filing, Interval, Treaty
from foedus.packs.world import load_world
from foedus.reconcile.blocks import BY_PARTY
from foedus.reconcile.items import DONE, bounded, days_of
from foedus.reconcile.sites import Sites

FILE: Final = "the treaty's file"
_DISPUTED: Final = 0.5  # what a date that only some reports give weighs against the file's own
_FINE: Final = 31  # days: a coarser date pins nothing down
_NARROW: Final = 7  # days, for what is no act on a treaty and may happen again
_UNTOLD: Final = 0.85  # what a day of the file weighs that no article tells, where they tell another
_APART: Final = 0.6  # the same, where months lie between: another act of the kind
_FAR: Final = dt.timedelta(days=92)
_OTHER: Final = 0.6  # what a deed that may happen again weighs against an act that happens once
_STATE: Final = 0.5  # what a day of its state weighs, where one of the very body is known: a vote is no notice
_SPEECH: Final = 0.25  # people repeat themselves
_MOST: Final = 12  # so many days of one kind of event say nothing about which is meant


class Known(NamedTuple):
    """Days of an event, how much they weigh, and who gives them; ``act``: on a treaty. A plan is not ``done``.

    ``own``: by the very body that the claim names, a parliament or a ministry, and not by its state alone.
    """

    days: Interval
    weight: float
    by: str
    act: bool = True
    done: bool = True
    own: bool = False


class Knowledge:
    """What treaty files and the reported events say, asked by the claims of one article."""

    def __init__(
        self,
        principal: Callable[[str], str],
        treaties: Mapping[str, Treaty],
        reported: Iterable[Event],
        text: str,
        language: str,
    ) -> None:
        self._principal, self._treaties = principal, treaties
        self._low, self._language = text.casefold(), language
        self._events: dict[str, list[Event]] = {}
        for event in sorted(reported, key=lambda e: e.id):
            if event.polarity == "positive" and event.modality != "denied":
                self._events.setdefault(event.type, []).append(event)

    def of(self, claim: Claim) -> tuple[Known, ...]:
        """The days that may be those of what the claim tells, done or planned; none where there are too many."""
        reports = tuple(self._reported(claim))
        told = {k.days for k in reports}
        filed = (k._replace(weight=k.weight * _untold(k.days, told)) for k in self.filed(claim))
        found = dict.fromkeys((*filed, *reports))
        if any(k.own for k in found):
            found = dict.fromkeys(k if k.own else k._replace(weight=k.weight * _STATE) for k in found)
        return tuple(sorted(found, key=str)) if len({k.days for k in found}) <= _MOST else ()

    def filed(self, claim: Claim, own: bool = False) -> Iterator[Known]:
        """Days of the acts in the file that may be meant; ``own``: only acts that it ascribes to the claim's actors."""
        if claim.type not in LIFE_CYCLE or claim.object is None:
            return
        acting = {self._principal(a) for a in claim.actors}
        for treaty in self._meant(claim.object):
            for act in treaty.acts:
                by = {self._principal(a) for a in act.actors}
                if act.type != claim.type or (acting and (by or own) and not acting & by):
                    continue
                dates = [(act.when, 1.0), *((day, _DISPUTED) for day, _ in act.disputed)]
                for text, weight in dates:
                    days = days_of(text)
                    if days is not None and bounded(days):
                        yield Known(days, weight, FILE, own=_same_body(bodies_of(claim), act.actors))

    def _meant(self, name: str) -> Sequence[Treaty]:
        """The treaty, and those of the same parties, where the article uses no name that is its alone.

        Without the article's date the reader cannot tell a pact of these states from their last one.
        """
        own = self._treaties.get(name)
        if own is None:
            return ()
        parties = {p.state for p in own.parties}
        alike = [t for t in self._treaties.values() if parties and parties == {p.state for p in t.parties}]
        if len(alike) < 2:
            return (own,)
        named = [t for t in alike if self._names(t).difference(*(self._names(o) for o in alike if o.id != t.id))]
        return (own,) if own in named else named or alike

    def _names(self, treaty: Treaty) -> frozenset[str]:
        """The names of the treaty that stand in the article."""
        names = (n.casefold() for n in treaty.names.get(self._language, ()))
        return frozenset(n for n in names if n in self._low)

    def _reported(self, claim: Claim) -> Iterator[Known]:
        act = claim.type in LIFE_CYCLE and claim.object is not None
        weight = 1.0 if act else _SPEECH if claim.type.startswith("statement.") else _OTHER
        for event in self._events.get(claim.type, ()):
            days = days_of(event.when.interval if event.when else None)
            if days is None or not bounded(days) or (days.days() or 0) > (_FINE if act else _NARROW):
                continue
            if self._same(claim, event):
                own = act and _same_body(bodies_of(claim), event.actors)
                yield Known(days, weight, _sources(event), act, event.modality in DONE, own)

    def _same(self, claim: Claim, event: Event) -> bool:
        """May the claim tell the event? The objects, the sides and the place of both must agree as far as known."""
        actors, targets = ({self._principal(n) for n in names} for names in (claim.actors, claim.targets))
        if claim.type in LIFE_CYCLE:
            by_party = claim.type in BY_PARTY and actors and event.actors
            return claim.object == event.object and (not by_party or bool(actors & set(event.actors)))
        if any(a and b and a != b for a, b in ((claim.object, event.object), (claim.place, event.place))):
            return False
        if not targets or not event.targets:
            return bool(actors) and actors == set(event.actors)
        sides = {*event.actors, *event.targets}
        return bool(actors & sides) and len((actors | targets) & sides) > 1


def _untold(days: Interval, told: Collection[Interval]) -> float:
    """What a day of the file weighs beside those that articles tell."""
    if not told or days in told:
        return 1.0
    first, last = days.first, days.last
    near = any(
        first and last and one.first and one.last and first - _FAR <= one.last and one.first <= last + _FAR
        for one in told
    )
    return _UNTOLD if near else _APART


def bodies_of(claim: Claim) -> frozenset[str]:
    """The bodies of a state among those who act."""
    return frozenset(actor for actor in claim.actors if actor.startswith("gov:"))


def _same_body(one: Iterable[str], other: Iterable[str]) -> bool:
    """Is a body of the one among the other? "Parliament" may be either of its chambers; those are two."""
    bodies = {name: _sites().branch(name) for name in other if name.startswith("gov:")}
    return any(
        name == body or {_sites().branch(name), branch} in ({"parliament"}, {"parliament", "chamber"})
        for name in one
        for body, branch in bodies.items()
    )


@cache
def _sites() -> Sites:
    return Sites(load_world())


def by_then(event: Event, filings: Collection[Filing]) -> Event:
    """The event as what is known of it: done no later than the first article came out that tells it as done.

    ``filings`` are those of its family, of articles that give their date.
    """
    days, own = days_of(event.when.interval if event.when else None), set(event.claims)
    if event.when is None or days is None or not bounded(days) or event.modality != "asserted":
        return event
    telling = [f for f in filings if f.claim.id in own and f.modality == "asserted" and f.claim.polarity == "positive"]
    limits = [p.last for f in telling if (p := days_of(f.published)) and p.last]
    if not limits or days.first is None or days.last is None or not days.first <= min(limits) < days.last:
        return event
    when = msgspec.structs.replace(event.when, interval=str(Interval(days.first, min(limits))))
    return msgspec.structs.replace(event, when=when)


def embodied(event: Event, filings: Iterable[Filing]) -> Event:
    """An act of a treaty's life with the bodies that are told to take it for a state, beside the state."""
    own = set(event.claims) if event.type in LIFE_CYCLE else set[str]()
    bodies = {body for f in filings if f.claim.id in own for body in bodies_of(f.claim)} - set(event.actors)
    return msgspec.structs.replace(event, actors=(*event.actors, *sorted(bodies))) if bodies else event


def _sources(event: Event) -> str:
    names = sorted(event.articles)
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
