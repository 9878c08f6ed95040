"""Incidents: reported events as conduct, with the days on which they can have happened and how they are told."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from foedus.model import Dispute, Event, Interval, Reading, Report

_CONTESTED: Final = "polarity"
"""The field of a dispute on whether it happened at all."""
THREAT: Final = "statement.threaten"
"""The one speech act that norms speak of: a threat of force is itself conduct (UN Charter art. 2, para. 4)."""
_WARLIKE: Final = ("attack.", "control.territory")
"""An occupation is an act of aggression too (General Assembly resolution 3314, annex, art. 3(a))."""
SEIZURE: Final = "control.territory"


class Incident(NamedTuple):
    """``actors`` and ``targets`` are states, ``host`` is the state of the place; ``days`` end with the publication.

    ``groups`` are armed groups among those who act, which are no states.
    """

    event: Event
    report: Report
    days: Interval
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    host: str | None
    groups: tuple[str, ...] = ()

    @property
    def foes(self) -> tuple[str, ...]:
        """Who attacks: states or, where none is told, groups."""
        return self.actors or self.groups

    @property
    def attack(self) -> bool:
        """Is it an attack by arms?"""
        return self.event.type.startswith(_WARLIKE)

    @property
    def told(self) -> str | None:
        """Its days in EDTF, None when nothing bounds them."""
        return str(self.days) if self.days.first or self.days.last else None

    @property
    def last(self) -> dt.date:
        """The last day on which it can have happened; of one that only has a first day, that."""
        return self.days.last or self.days.first or dt.date.max


def incidents_of(
    events: Iterable[Event],
    disputes: Iterable[Dispute],
    readings: Sequence[Reading],
    states: Collection[str],
    host: Callable[[str], str | None],
    groups: Collection[str] = (),
) -> Iterator[Incident]:
    """The events that are conduct: told as done, or denied. Void ones, plans and mere words are none."""
    contested = {d.event for d in disputes if d.field == _CONTESTED and d.parts()}
    bounds = _Bounds(readings)
    for event in events:
        report = _report(event, contested)
        if report and not event.void() and (event.type == THREAT or not event.type.startswith("statement.")):
            yield Incident(
                event=event,
                report=report,
                days=bounds.of(event),
                actors=tuple(s for s in event.actors if s in states),
                targets=tuple(s for s in event.targets if s in states),
                host=host(event.place) if event.place else None,
                groups=tuple(g for g in event.actors if g in groups),
            )


def _report(event: Event, contested: Collection[str]) -> Report | None:
    """What is told as not done and by nobody as done is no conduct; a denial answers somebody who says that it is."""
    if event.modality == "denied":
        return "denied"
    if event.modality != "asserted":
        return None
    if event.polarity == "negative":
        return "denied" if event.id in contested else None
    return "disputed" if event.id in contested else "asserted"


class _Bounds:
    """What is told as done cannot be later than the first article that tells it so."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._published: dict[str, dt.date] = {}
        for reading in readings:
            when = reading.article.published
            days = when.days() if when else None
            if days and days.last:
                for claim in reading.claims:
                    if claim.modality == "asserted":
                        self._published[claim.id] = days.last

    def of(self, event: Event) -> Interval:
        days = (event.when.days() if event.when else None) or Interval(None, None)
        told = [self._published[c] for c in event.claims if c in self._published and c not in event.rejected]
        if not told or (days.last and days.last <= min(told)):
            return days
        # A day later than its own report is a slip of somebody's: what is told then stands.
        return days if days.first and days.first > min(told) else Interval(days.first, min(told))
