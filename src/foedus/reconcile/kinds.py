"""Kinds of sources: what a source is, from the most particular word for it to the most general."""

from collections.abc import Mapping
from typing import Final

from foedus.packs.world import World

_OUTLETS: Final = {"agency": "news_agency"}
_BODIES: Final = {
    "alliance": ("organisation",),
    "armed_group": ("armed_group",),
    "bloc": ("bloc",),
    "chamber": ("parliament",),
    "court": ("court",),
    "forces": ("armed_forces",),
    "intelligence": ("intelligence", "government"),
    "ministry": ("ministry", "government"),
    "organisation": ("organisation",),
    "parliament": ("parliament",),
    "party": ("political_party",),
    "think_tank": ("think_tank",),
}
"""By the kind that the world pack gives a body; any other acts for its government."""
_ENDINGS: Final = {"intelligence": "intelligence", "Parliament": "parliament"}
"""By the last word of an id that the pack lacks (``agency:KOR_intelligence``)."""
_PREFIXES: Final = {
    "treaty": ("document",),
    "bloc": ("bloc",),
    "forces": ("armed_forces",),
    "gov": ("government",),
    "agency": ("government",),
    "media": ("unknown_outlet",),
    "person": ("person",),
}
_OFFICIAL: Final = ("official", "government")


def kinds_of(source: str, world: World, groups: Mapping[str, str]) -> tuple[str, ...]:
    """The kinds of a source by its id; ``groups`` gives that of unnamed people by the last word of their id."""
    prefix, _, name = source.rpartition(":")
    last = name.rpartition("_")[2]
    if source in world.states:
        return ("government",)
    if outlet := world.outlets.get(source):
        own = _OUTLETS.get(outlet.kind, outlet.kind)
        return ("state_media", own) if outlet.state_run and outlet.of else (own,)
    if body := world.organisations.get(source):
        return _BODIES.get(body.kind, ("government",))
    if prefix == "person":
        return _OFFICIAL if world.principal(source) != source else ("person",)
    if prefix == "group":
        return (groups.get(last, "group"), "group")
    if prefix in ("gov", "agency") and last in _ENDINGS:
        return (_ENDINGS[last], "government")
    return _PREFIXES.get(prefix, ("unknown",))
