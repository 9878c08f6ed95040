"""Filings: the claims of one article, each under the key of its family."""

from bisect import bisect_right
from dataclasses import replace
from typing import Final

from foedus.model import LIFE_CYCLE, Filing, Interval, Reading, Span
from foedus.reconcile.blocks import Blocks, Slot, joined
from foedus.reconcile.credits import CreditOf
from foedus.reconcile.items import Item, PrincipalOf, firmest, heading, item_of, repeated

Said = dict[tuple[str, str, frozenset[str], str | None], list[str]]
_SHORT: Final = 12
"""Most words of a sentence that only says where the one before it is from."""
_FORCES: Final = ("forces.deploy", "forces.fight", "forces.withdraw")


def filings_of(reading: Reading, principal: PrincipalOf, blocks: Blocks, credit: CreditOf) -> tuple[Filing, ...]:
    """Every claim of an article, filed by what this article alone says: adding others changes none of it.

    ``credit`` gives the outlet that a sentence has its news from.
    """
    published = reading.article.published.interval if reading.article.published else None
    sentences = _Sentences(reading, credit)
    seen: dict[tuple[str, Interval | None], str] = {}
    bare = [
        Filing("", claim, claim.modality, published, sentences.around(claim.evidence.span()))
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


class _Sentences:
    """The sentences of an article, each with the one behind it that only says where it is from ("So KCNA reports.")."""

    def __init__(self, reading: Reading, credit: CreditOf) -> None:
        self._text, self._credit = reading.article.text, credit
        self._spans = sorted(reading.sentences)
        self._told = sorted({claim.evidence.start for claim in reading.claims})

    def around(self, evidence: Span) -> str:
        """The text of the sentence that holds the evidence; the evidence alone where none does."""
        at = bisect_right(self._spans, evidence.start, key=lambda s: s.start) - 1
        if at < 0 or not self._spans[at].covers(evidence):
            return evidence.of(self._text)
        last = at + 1 if at + 1 < len(self._spans) and self._is_credit(at + 1) else at
        return self._text[self._spans[at].start : self._spans[last].end]

    def _is_credit(self, at: int) -> bool:
        span = self._spans[at]
        apart = "\n" in self._text[self._spans[at - 1].end : span.start]
        claims = bisect_right(self._told, span.end - 1) > bisect_right(self._told, span.start - 1)
        said = span.of(self._text)
        return not apart and not claims and len(said.split()) <= _SHORT and self._credit(said) is not None
