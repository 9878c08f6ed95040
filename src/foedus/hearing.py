"""Hearing: which families of a ledger its judgements touch, and which they bring together."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from foedus.ledger import Ledger
from foedus.model import Claim, Judgement
from foedus.reconcile import Named, joint, named, named_by


class Hearing(NamedTuple):
    """The judgements in force with the claims that they name now. ``lead`` has the first family of each group.

    ``touched`` are families on which a judgement is new or newly revoked, or that are in other company than before.
    """

    judgements: tuple[Named, ...]
    lead: Mapping[str, str]
    touched: frozenset[str]

    def groups(self, touched: Iterable[str]) -> dict[str, list[str]]:
        """The families to be made again, by the first of their group: who touches one of it touches all."""
        firsts = sorted({self.lead.get(family, family) for family in touched})
        groups: dict[str, list[str]] = {}
        for family in sorted(self.lead):
            groups.setdefault(self.lead[family], []).append(family)
        return {first: groups.get(first, [first]) for first in firsts}


def hearing(ledger: Ledger) -> Hearing:
    """What the ledger's judgements come to, with every article filed. Inside ``Ledger.changing`` only."""
    records = ledger.judgements
    every, before = records.all(), records.joint()
    families = cache(ledger.filings.families_of)

    @cache
    def claims(article: str) -> tuple[Claim, ...]:
        return tuple(ledger.filings.claims(article))

    judgements = named(every, claims, families)
    lead = joint(judgements, families)
    fresh = [named_by(one, claims, families) for one in _changed(every, records.pending())]
    touched = {family for one in fresh for key in one.claims() for family in families(key)}
    touched |= {family for family in {*before, *lead} if before.get(family) != lead.get(family)}
    records.heard(lead)
    return Hearing(judgements, lead, frozenset(touched))


def _changed(every: Iterable[Judgement], pending: set[int]) -> list[Judgement]:
    """The judgements that are new, and those that a new one revokes or restores."""
    numbers, found = set(pending), []
    for one in sorted(every, key=lambda j: -j.number):
        if one.number in numbers:
            found.append(one)
            numbers |= {one.revokes} if one.revokes is not None else set()
    return found
