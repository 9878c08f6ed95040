"""A claim: one atomic assertion, tied to the characters that make it."""

import hashlib
from typing import Literal

import msgspec

from foedus.model.attribution import Attribution
from foedus.model.quantity import Quantity
from foedus.model.span import Span
from foedus.model.when import When

Modality = Literal["asserted", "possible", "alleged", "planned", "conditional", "denied"]
Polarity = Literal["positive", "negative"]


class Evidence(msgspec.Struct, frozen=True):
    """``text`` equals the article's text from ``start`` to ``end``, always."""

    start: int
    end: int
    text: str

    def span(self) -> Span:
        """The characters, without their text."""
        return Span(self.start, self.end)


class Provision(msgspec.Struct, frozen=True):
    """What a treaty lays down: ``kind`` is obligation, condition, cooperation_field or prohibition."""

    kind: str
    field: str | None = None
    condition: str | None = None


class Claim(msgspec.Struct, frozen=True):
    """One line of the claim contract (docs/claims.md)."""

    id: str
    article: str
    type: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    object: str | None
    quantity: Quantity | None
    place: str | None
    when: When | None
    attribution: Attribution
    modality: Modality
    polarity: Polarity
    provision: Provision | None
    evidence: Evidence
    origin: Literal["headline", "subhead", "body", "caption"]
    because: tuple[str, ...] = ()


def claim_id(digest: str, claim: Claim) -> str:
    """Stable id: 16 hexadecimal digits over the article's digest, the span and the content of the claim.

    ``because`` is left out, so that a reworded rule does not change the identity of what it reads.
    """
    content = msgspec.json.encode(
        [
            digest,
            claim.evidence.start,
            claim.evidence.end,
            claim.type,
            sorted(claim.actors),
            sorted(claim.targets),
            claim.object,
            claim.quantity,
            claim.place,
            claim.when.interval if claim.when else None,
            claim.attribution.chain,
            claim.modality,
            claim.polarity,
        ]
    )
    return hashlib.sha256(content).hexdigest()[:16]
