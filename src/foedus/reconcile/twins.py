"""Twins: one vote or one signature told of another day, another state or another house."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from foedus.model import Dispute
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item, heading

_VOTED: Final = ("treaty.ratify", "treaty.withdraw", "treaty.suspend", "treaty.terminate")
_LEAVING: Final = ("treaty.withdraw", "treaty.suspend", "treaty.terminate")
_VOTES: Final = "votes"
_MONTH: Final = dt.timedelta(days=31)
_TOLD = tuple[Item, Happening]
"""A claim with its event."""


def twins_in_dispute(acts: Sequence[Happening]) -> Iterator[Dispute]:
    """Disputes between two events of one treaty that are one act: reports that no article tells together.

    A parliament's vote in the very same numbers on the same day, by another state's parliament, is one vote with its
    state told wrong; a person signs the law that leaves a treaty once.
    """
    yield from _by_others(acts)
    yield from _signed_again(acts)


def _by_others(acts: Sequence[Happening]) -> Iterator[Dispute]:
    votes: dict[tuple[str, dt.date, float], dict[str, list[_TOLD]]] = {}
    for act in acts:
        for item in act.items if act.type in _VOTED else ():
            day, number = _day(item), _votes(item)
            if day and number is not None and len(item.actors) == 1:
                votes.setdefault((act.type, day, number), {}).setdefault(min(item.actors), []).append((item, act))
    for (_, day, number), told in sorted(votes.items(), key=lambda pair: pair[0]):
        if len(told) > 1 and _apart(told):
            reason = f"{number:.12g} votes on {day} by {' and by '.join(sorted(told))}: it is one vote"
            yield _dispute("actors", told, Finding("contradiction", reason), f"{day} {number:.12g}")


def _signed_again(acts: Sequence[Happening]) -> Iterator[Dispute]:
    signed: dict[tuple[str, str], dict[str, list[_TOLD]]] = {}
    for act in acts:
        for item in act.items if act.type in _LEAVING else ():
            day = _day(item)
            for person, _ in item.people if day else ():
                if person in item.claim.actors and not heading(item.claim):
                    signed.setdefault((act.type, person), {}).setdefault(str(day), []).append((item, act))
    for (type_, person), told in sorted(signed.items()):
        days = sorted(map(dt.date.fromisoformat, told))
        if len(days) > 1 and days[-1] - days[0] <= _MONTH and _apart(told):
            reason = f"{' and '.join(sorted(told))} have no day in common: {person} signs once"
            yield _dispute("when", told, Finding("contradiction", reason), f"{type_} {person}")


def _day(item: Item) -> dt.date | None:
    """The day on which it was done, None where the claim gives none."""
    interval = item.interval if item.done() else None
    return interval.first if interval and interval.first == interval.last else None


def _votes(item: Item) -> float | None:
    quantity = item.claim.quantity
    exact = quantity and quantity.unit == _VOTES and quantity.low == quantity.high
    return float(quantity.low) if quantity and exact and quantity.low is not None else None


def _apart(told: Mapping[str, Iterable[_TOLD]]) -> bool:
    """Does each article tell one side alone?"""
    articles = [{item.claim.article for item, _ in side} for side in told.values()]
    return len(set[str]().union(*articles)) == sum(map(len, articles))


def _dispute(field: str, told: Mapping[str, Sequence[_TOLD]], finding: Finding, part: str) -> Dispute:
    touched = {act.id: act for held in told.values() for _, act in held}
    of = {i: names for act in touched.values() for i, names in act.witnesses.of.items()}
    sides = [side(value, [item for item, _ in told[value]], of) for value in sorted(told)]
    first, *others = (touched[id_] for id_ in sorted(touched))
    return dispute(field, first, sides, finding, *others, part=f"twins {part}")
