"""The best date of an event and of several: never an average, never a guess."""

import datetime as dt
from collections.abc import Iterable, Sequence

from foedus.model import Dispute, Event, Interval, When


def date_of(event: Event, disputes: Sequence[Dispute]) -> When | None:
    """The event's date; where a date on it is judged a likely error, the date of the side that is not.

    The side that stands has the most independent origins, then the most claims; when none leads, the event's own date
    is kept.
    """
    for dispute in _about(event, disputes):
        if dispute.verdict != "likely_error":
            continue
        ranked = sorted(dispute.sides, key=lambda s: (-len(s.origins), -len(s.claims), s.value))
        weight = [(len(s.origins), len(s.claims)) for s in ranked]
        stands = _day(ranked[0].value) if ranked and weight[1:2] != weight[:1] else None
        own = event.when.days() if event.when else None
        if stands and not (own and own.meets(stands)):
            return When(ranked[0].value, text=ranked[0].value)
    return event.when if event.when and event.when.interval else None


def other_dates(event: Event, disputes: Sequence[Dispute], kept: str | None) -> tuple[str, ...]:
    """The dates that reports give the event beside the one that is kept."""
    sides = (side.value for dispute in _about(event, disputes) for side in dispute.sides)
    return tuple(dict.fromkeys(value for value in sides if value != kept))


def _about(event: Event, disputes: Sequence[Dispute]) -> list[Dispute]:
    return [d for d in disputes if d.field == "when" and d.parts() and (d.event == event.id or d.id in event.disputes)]


def sharpest(intervals: Iterable[str]) -> tuple[str, ...]:
    """The intervals without those that merely contain another one, earliest end first."""
    days = {text: Interval.parse(text) for text in intervals}
    kept = (t for t, d in days.items() if not any(o != d and o.within(d) for o in days.values()))
    return tuple(sorted(kept, key=lambda t: (days[t].last or dt.date.max, days[t].first or dt.date.min, t)))


def precedes(one: str | None, other: str | None) -> bool:
    """Does ``one`` lie wholly before ``other``? False when either is unknown."""
    a, b = _day(one), _day(other)
    return bool(a and b and a.last and b.first and a.last < b.first)


def _day(text: str | None) -> Interval | None:
    try:
        return Interval.parse(text) if text else None
    except ValueError:
        return None
