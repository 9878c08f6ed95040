"""Reasons: a finding in words."""

from collections.abc import Sequence
from typing import Final

from foedus.packs.world import World
from foedus.verify.compare import Heard
from foedus.verify.rules import Finding
from foedus.verify.wording import wording

_FEW: Final = 3


def reason_of(found: Finding, world: World) -> str:
    """The reason of a verdict: on whose word, and what the reports have instead."""
    words = wording()
    days = [h.day for h in found.backing if h.day]
    return words.reasons[found.reason].format(
        origins=_origins(found.backing or found.opposing, world),
        others=_origins(found.opposing, world),
        fields=" and ".join(words.fields.get(f, f) for f in found.fields),
        told=told(found, world),
        day=max(days) if days else "",
    )


def told(found: Finding, world: World) -> str:
    """What the other side has in the fields that count."""
    values = dict.fromkeys(v for h in found.opposing for f in found.fields if (v := _value(h, f, world)))
    return ", ".join(list(values)[:_FEW])


def _value(heard: Heard, field: str, world: World) -> str:
    claim = heard.testimony.claim or heard.subject.claim
    if field == "when":
        return str(heard.subject.interval or f"told by {heard.day}")
    if field == "place":
        return world.label(claim.place) if claim.place else ""
    if field == "quantity":
        return claim.quantity.text if claim.quantity else ""
    if field in ("actor", "target"):
        return ", ".join(world.label(a) for a in (claim.actors if field == "actor" else claim.targets))
    if field == "polarity":
        return str(heard.subject.interval or heard.day or "")
    return f"“{heard.testimony.sentence}”"


def _origins(heard: Sequence[Heard], world: World) -> str:
    names = sorted({o for h in heard for o in h.origins})
    shown = [n.removeprefix("article:") if n.startswith("article:") else world.label(n) for n in names]
    return ", ".join(shown[:_FEW]) + (f" and {len(shown) - _FEW} more" if len(shown) > _FEW else "")
