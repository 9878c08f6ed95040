"""Norms: the conduct that articles report, held against the treaty files."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec

from foedus import casus
from foedus.assess.bearings import bearings
from foedus.assess.incidents import incidents_of
from foedus.assess.norms import Norms
from foedus.assess.terms import Terms
from foedus.model import Bearing, Claim, Dispute, Event, Reading, Treaty
from foedus.packs.areas import load_areas
from foedus.packs.conduct import load_conduct
from foedus.packs.world import load_world
from foedus.report.dossier import Case

_SPEECH: Final = "statement."
_CASES: Final = 6
"""Most pairs of sides whose attacks are put as questions."""


def conduct(
    events: Sequence[Event],
    disputes: Sequence[Dispute],
    readings: Sequence[Reading],
    treaties: Mapping[str, Treaty],
    treaty: str | None = None,
) -> tuple[Bearing, ...]:
    """How the events bear on the norms of all treaties, or of one; by day. Raises PackError."""
    world = load_world()
    groups = {o.id for o in world.organisations.values() if o.kind == "armed_group"}
    wanted = {treaty: treaties[treaty]} if treaty else treaties
    found = bearings(
        incidents_of(events, disputes, readings, world.states, world.state_of_place, groups),
        Norms(Terms(treaties), load_conduct()),
        load_areas().inside,
    )
    remarks = _Remarks(events, readings, treaties)
    return tuple(
        msgspec.structs.replace(b, remarks=remarks.on(b.treaty, (b.state, *b.others)))
        for b in found
        if b.treaty in wanted
    )


class _Remarks:
    """Who speaks of a decision: speech acts in whose sentence the organ that took it is named."""

    def __init__(self, events: Sequence[Event], readings: Sequence[Reading], treaties: Mapping[str, Treaty]) -> None:
        self._treaties = treaties
        states = {c: {*e.actors, *e.targets} for e in events for c in e.claims}
        void = {c for e in events for c in e.rejected}
        self._said = [
            (claim, _sentence(claim, reading), reading.article.language or "", states.get(claim.id, set()))
            for reading in readings
            for claim in reading.claims
            if claim.type.startswith(_SPEECH) and claim.id not in void
        ]

    def on(self, treaty: str, states: Sequence[str]) -> tuple[str, ...]:
        """The claims that speak of the treaty with regard to one of the states, its own among them."""
        return tuple(self._on(treaty, set(states)))

    def _on(self, treaty: str, states: set[str]) -> Iterator[str]:
        if self._treaties[treaty].organ is None:
            return
        for claim, sentence, language, about in self._said:
            named = any(n in sentence for n in _names(self._treaties[treaty], language))
            if named and states & about:
                yield claim.id


def _names(treaty: Treaty, language: str) -> tuple[str, ...]:
    """Those of the organ that took a decision: whoever names it with regard to a state may mean its decisions."""
    organisation = load_world().organisations.get(treaty.organ or "")
    return tuple(organisation.names.get(language, ())) if organisation else ()


def _sentence(claim: Claim, reading: Reading) -> str:
    span = claim.evidence.span()
    return " ".join(s.of(reading.article.text) for s in reading.sentences if s.overlap(span))


def cases(events: Sequence[Event]) -> tuple[Case, ...]:
    """The reported attacks as questions: of each pair of sides the last one, those most often told first."""
    by_sides: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Event]] = {}
    for event in sorted((e for e in events if casus.is_attack(e)), key=lambda e: (_first(e), e.id)):
        by_sides.setdefault((event.actors, event.targets), []).append(event)
    chosen = sorted(by_sides.values(), key=lambda told: (-len(told), _first(told[-1]), told[-1].id))[:_CASES]
    more = {told[-1].id: len(told) - 1 for told in chosen}
    return tuple(
        Case(one.event, more[one.event], one.obligations, casus.cascade(one.attack))
        for one in casus.reported([told[-1] for told in chosen])
    )


def _first(event: Event) -> str:
    days = event.when.days() if event.when else None
    return str(days.first) if days else ""
