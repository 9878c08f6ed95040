"""Holdings: what a judgement can name, looked up by id: in a picture, or in a ledger without loading all of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from foedus.ledger import Ledger
from foedus.model import Claim, Dispute, Event, Judgement, Ruling, in_force
from foedus.pipeline import Picture, stored
from foedus.reconcile import named_by
from foedus.upkeep import refresh, up_to_date

Thing = Event | Dispute | Claim


class Holdings(Protocol):
    """Events, disputes, claims and judgements, each found by its own id. ``noun`` is event, dispute or claim."""

    @property
    def judgements(self) -> Sequence[Judgement]:
        """All that people decided, by number."""

    @property
    def idle(self) -> Sequence[Judgement]:
        """The judgements in force whose subject is not there."""

    def ids(self, noun: str, start: str, most: int) -> Sequence[str]:
        """The first ids that begin so, in order."""

    def event(self, id_: str) -> Event:
        """The event of that id. Raises KeyError."""

    def dispute(self, id_: str) -> Dispute:
        """The dispute of that id. Raises KeyError."""

    def claims(self, ids: Collection[str]) -> Sequence[Claim]:
        """The claims of these ids, by article and place in the text; one text under two names has each twice."""

    def holding(self, ids: Collection[str]) -> Sequence[Event]:
        """The events that hold one of these claims, in the order of their ids."""


class PictureHoldings:
    """Those of a picture in memory."""

    def __init__(self, made: Picture) -> None:
        self._made = made

    @property
    def judgements(self) -> Sequence[Judgement]:
        """All that people decided."""
        return self._made.judgements

    @property
    def idle(self) -> Sequence[Judgement]:
        """The judgements in force whose subject is not there."""
        return self._made.idle

    def ids(self, noun: str, start: str, most: int) -> Sequence[str]:
        """The first ids that begin so, in order."""
        made = self._made
        things: Sequence[Thing] = made.claims
        if noun != "claim":
            things = made.events if noun == "event" else made.disputes
        return sorted({one.id for one in things if one.id.startswith(start)})[:most]

    def event(self, id_: str) -> Event:
        """The event of that id. Raises KeyError."""
        return {event.id: event for event in self._made.events}[id_]

    def dispute(self, id_: str) -> Dispute:
        """The dispute of that id. Raises KeyError."""
        return {dispute.id: dispute for dispute in self._made.disputes}[id_]

    def claims(self, ids: Collection[str]) -> Sequence[Claim]:
        """The claims of these ids."""
        return [claim for claim in self._made.claims if claim.id in ids]

    def holding(self, ids: Collection[str]) -> Sequence[Event]:
        """The events that hold one of these claims."""
        return [event for event in self._made.events if not set(ids).isdisjoint(event.claims)]


class LedgerHoldings:
    """Those of an open ledger whose picture is up to date: only the families of what is named are loaded."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """All that people decided."""
        return self._ledger.judgements.all()

    @cached_property
    def idle(self) -> tuple[Judgement, ...]:
        """The judgements in force whose subject is not there: nothing in the families of their claims shows them."""
        return tuple(one for one in in_force(self.judgements) if not self._shown(one))

    def ids(self, noun: str, start: str, most: int) -> Sequence[str]:
        """The first ids that begin so, in order."""
        if noun == "claim":
            return self._ledger.filings.ids(start, most)
        return self._ledger.findings.ids(noun, start, most)

    def event(self, id_: str) -> Event:
        """The event of that id. Raises KeyError."""
        found = self._ledger.findings.get("event", id_, Event)
        if found is None:
            raise KeyError(id_)
        return found

    def dispute(self, id_: str) -> Dispute:
        """The dispute of that id. Raises KeyError."""
        found = self._ledger.findings.get("dispute", id_, Dispute)
        if found is None:
            raise KeyError(id_)
        return found

    def claims(self, ids: Collection[str]) -> Sequence[Claim]:
        """The claims of these ids."""
        return self._ledger.filings.named(ids)

    def holding(self, ids: Collection[str]) -> Sequence[Event]:
        """The events that hold one of these claims."""
        families = self._families((claim.article, claim.id) for claim in self.claims(ids))
        events = (event for family in families for event in self._ledger.findings.of(family, "event", Event))
        return sorted((e for e in events if not set(ids).isdisjoint(e.claims)), key=lambda e: e.id)

    def _families(self, keys: Iterable[tuple[str, str]]) -> list[str]:
        """The families under which what the claims come to is kept: of those brought together, the first."""
        filings, lead = self._ledger.filings, self._ledger.judgements.joint()
        return sorted({lead.get(family, family) for key in keys for family in filings.families_of(key)})

    def _shown(self, one: Judgement) -> bool:
        filings = self._ledger.filings
        keys = named_by(one, lambda article: tuple(filings.claims(article)), filings.families_of).claims()
        return any(one.number == r.number for f in self._families(keys) for told in self._rulings(f) for r in told)

    def _rulings(self, family: str) -> Iterator[Sequence[Ruling]]:
        findings = self._ledger.findings
        for event in findings.of(family, "event", Event):
            yield event.judgements
        for dispute in findings.of(family, "dispute", Dispute):
            yield dispute.judgements


def holdings_of(ledger: Ledger) -> Holdings:
    """Those of an open ledger, brought up to date first where it may be written. Raises InputError."""
    if ledger.writable:
        refresh(ledger)
    return LedgerHoldings(ledger) if up_to_date(ledger) else PictureHoldings(stored(ledger))
