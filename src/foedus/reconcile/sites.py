"""Sites: where a claim puts what happens, as a state and a part of it."""

from functools import cache

import msgspec

from foedus.model import Interval
from foedus.packs.load import DATA, load
from foedus.packs.territories import Territories
from foedus.packs.world import World
from foedus.reconcile.items import Item


class Areas(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of place ids that say that a place is no town, and ids of places of which no word says so."""

    areas: frozenset[str]
    sites: frozenset[str] = frozenset()


@cache
def load_areas() -> Areas:
    """The words of the data file. Raises PackError."""
    return load(DATA / "reconcile" / "areas.yaml", Areas)


class Sites(Territories):
    """Places by the state that they lie in, after the world pack; a place that it lacks lies in no known state."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._chambered = {o.of for o in world.organisations.values() if o.kind == "chamber" and o.of}

    def part(self, place: str | None) -> str | None:
        """The place when it is less than a whole state, else None."""
        return None if self.whole(place) else place

    def wide(self, place: str | None) -> bool:
        """May the place hold another one, or lie within it, such as a region, a base, the seat of a government?"""
        name, known = (place or "").partition(":")[2], load_areas()
        entry = self._world.places.get(name)
        return (
            name in known.sites
            or (entry is not None and entry.metonym)
            or not known.areas.isdisjoint(name.casefold().split("_"))
        )

    def branch(self, body: str) -> str:
        """``parliament`` or ``chamber`` for such a body, "" for any other and for a person."""
        known = self._world.organisations.get(body)
        if body.startswith("gov:") and body.endswith("_Parliament"):
            return "parliament"
        return known.kind if known and known.kind in ("parliament", "chamber") else ""

    def chambered(self, state: str) -> bool:
        """Has the state's parliament two chambers, as far as the world pack has any?"""
        return state in self._chambered

    def terms(self, person: str) -> list[tuple[str, Interval]]:
        """The offices of a person as (state or body, time), none for a person that the world pack lacks."""
        known = self._world.persons.get(person.removeprefix("person:"))
        return [(t.of, Interval.parse(t.within)) for t in known.terms] if known else []

    def host(self, item: Item) -> str | None:
        """The state where forces stand: that of the place, else the one target."""
        state = self.state(item.claim.place)
        return state or (next(iter(item.targets)) if len(item.targets) == 1 else None)
