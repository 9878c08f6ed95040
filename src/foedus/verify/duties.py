"""Duties: the words of a provision, and what sets it off."""

from functools import cache

from foedus.model import Claim
from foedus.packs.load import DATA, load
from foedus.packs.words import tokenize


def terms(claim: Claim) -> str:
    """All words of a provision."""
    provision = claim.provision
    return f"{claim.evidence.text} {provision.field or ''} {provision.condition or ''}" if provision else ""


@cache
def _conditions() -> dict[str, tuple[str, ...]]:
    return load(DATA / "verify" / "conditions.yaml", dict[str, tuple[str, ...]])


def conditions_in(text: str) -> frozenset[str]:
    """The kinds of condition that a text speaks of (``data/verify/conditions.yaml``)."""
    words = [t.low for t in tokenize(text)]
    return frozenset(kind for kind, stems in _conditions().items() if any(w.startswith(stems) for w in words))


def cooperates(claim: Claim) -> bool:
    """Does it name a field of cooperation, which lays down no duty?"""
    return bool(claim.provision and claim.provision.kind == "cooperation_field")
