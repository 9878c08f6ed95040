"""Filings: the claims of one article, each under the key of its family."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from foedus.model import LIFE_CYCLE, Filing, Interval, Reading, Span
from foedus.reconcile.blocks import Blocks, Slot, joined
from foedus.reconcile.items import Item, PrincipalOf, firmest, heading, item_of, repeated

Said = dict[tuple[str, str, frozenset[str], str | None], list[str]]
_FORCES: Final = ("forces.deploy", "forces.fight", "forces.withdraw")


def filings_of(reading: Reading, principal: PrincipalOf, blocks: Blocks) -> tuple[Filing, ...]:
    """Every claim of an article, filed by what this article alone says: adding others changes none of it."""
    published = reading.article.published.interval if reading.article.published else None
    spans, text = sorted(reading.sentences), reading.article.text
    seen: dict[tuple[str, Interval | None], str] = {}
    bare = [
        Filing("", claim, claim.modality, published, _sentence(spans, text, claim.evidence.span()))
        for claim in reading.claims
    ]
    items = [item_of(filing, principal, seen) for filing in bare]
    said: Said = {}
    for item in items:
        if not heading(item.claim):
            said.setdefault(repeated(item), []).append(item.modality)
    softened = [replace(item, modality=_softened(item, said)) for item in items]
    return tuple(
        Filing(family_of(item, blocks.slot(item)), item.claim, item.modality, published, item.sentence)
        for item in softened
    )


def family_of(item: Item, slot: Slot) -> str:
    """The key of all claims that can be of one event, or in one dispute, with this one.

    All acts on one treaty are a family, for a date is judged by its neighbours in the treaty's life; all movements of
    one sender's forces; else all claims of one type by the same participants, planned or done.
    """
    claim = item.claim
    if claim.type in LIFE_CYCLE and claim.object:
        return f"treaty {claim.object}"
    if claim.type in _FORCES:
        return f"forces {joined(item.actors)}"
    return " ".join(slot.block[:2])


def _softened(item: Item, said: Said) -> str:
    """A heading repeats its body: it takes over the body's modality where that is less firm."""
    below = said.get(repeated(item)) if heading(item.claim) else None
    if not below:
        return item.modality
    firm = firmest(below)
    return firm if firmest((firm, item.modality)) == item.modality else item.modality


def _sentence(spans: Sequence[Span], text: str, evidence: Span) -> str:
    """The sentence that holds the evidence; the evidence alone where none does."""
    at = bisect_right(spans, evidence.start, key=lambda s: s.start) - 1
    return (spans[at] if at >= 0 and spans[at].covers(evidence) else evidence).of(text)
