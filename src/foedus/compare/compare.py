"""Compare: every difference between an earlier and a later picture."""

from collections.abc import Sequence
from typing import Protocol

from foedus.compare.articles import articles_changed
from foedus.compare.disputes import disputes_changed
from foedus.compare.events import events_changed
from foedus.compare.pairs import paired_events
from foedus.compare.statuses import statuses_changed
from foedus.model import Change, Dispute, Event, Reading, Status


class Known(Protocol):
    """What is known from a set of articles."""

    @property
    def readings(self) -> Sequence[Reading]:
        """The articles, each with its claims."""

    @property
    def events(self) -> Sequence[Event]:
        """What is said to have happened."""

    @property
    def disputes(self) -> Sequence[Dispute]:
        """Where the reports part."""

    @property
    def statuses(self) -> Sequence[Status]:
        """Where each treaty stands."""


def compare(old: Known, new: Known) -> tuple[Change, ...]:
    """The changes of treaties, events, disputes and articles, each by id; empty for two equal pictures."""
    pairs = paired_events(old, new)
    return (
        *statuses_changed(old.statuses, new.statuses),
        *events_changed(pairs, old, new),
        *disputes_changed(old, new, {a.id: b.id for a, b in pairs.both}),
        *articles_changed(old.readings, new.readings),
    )
