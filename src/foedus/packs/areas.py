"""Areas: does a state, a place or another area lie in an area of a treaty on a day? After ``world/areas.yaml``."""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from foedus.model import PackError
from foedus.packs.folders import folders as pack_folders
from foedus.packs.load import line_of, load
from foedus.packs.territories import Territories
from foedus.packs.world import World, load_world

_FILE: Final = "areas.yaml"
_STATES: Final = ("states", "partly")
_PLACES: Final = ("places", "outside", "unclear")


class Extent(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """What lies in an area from a day on, and until another, on which it does no more; None: open on that side.

    On those days what it lists is as it has it, whatever the area says; on others as the area has it. ``source`` is who
    made the change.
    """

    source: str
    from_: dt.date | None = None
    until: dt.date | None = None
    states: frozenset[str] = frozenset()
    partly: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    unclear: frozenset[str] = frozenset()

    def runs(self, on: dt.date) -> bool:
        """Does it hold on that day?"""
        return (self.from_ is None or self.from_ <= on) and (self.until is None or on < self.until)


class Area(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An area and what lies in it. ``id`` begins with ``area:``; states are ids, places are ids without ``place:``.

    ``states`` lie in it with all their territory but what is ``outside``; of the states in ``partly`` some territory
    does, so that a place decides; ``places`` lie in it whatever their state is; of those in ``unclear`` nobody can
    tell, which leaves their state as it is. ``times`` are what was otherwise for a time. ``source`` is who draws it so.
    """

    id: str
    names: dict[str, tuple[str, ...]]
    source: str
    states: frozenset[str] = frozenset()
    partly: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    unclear: frozenset[str] = frozenset()
    times: tuple[Extent, ...] = ()

    def at(self, on: dt.date) -> "Area":
        """The area as it is on a day, without times."""
        made = {key: getattr(self, key) for key in (*_STATES, *_PLACES)}
        for extent in self.times:
            if extent.runs(on):
                for keys in (_STATES, _PLACES):
                    listed = frozenset().union(*(getattr(extent, key) for key in keys))
                    made |= {key: (made[key] - listed) | getattr(extent, key) for key in keys}
        return msgspec.structs.replace(self, times=(), **made)


class _Areas(msgspec.Struct, forbid_unknown_fields=True):
    areas: tuple[Area, ...]


class Areas:
    """The areas of the packs; what it answers is True, False, or None where the packs cannot tell."""

    def __init__(self, world: World, areas: dict[str, Area]) -> None:
        self._world = world
        self._areas = areas
        self._territories = Territories(world)
        self._at = cache(lambda area, on: self._areas[area].at(on) if self._areas[area].times else self._areas[area])

    def known(self, id_: str) -> bool:
        """Is there such an area?"""
        return id_ in self._areas

    def ids(self) -> tuple[str, ...]:
        """The ids of all areas."""
        return tuple(self._areas)

    def names(self, id_: str) -> dict[str, tuple[str, ...]]:
        """All names of an area by language. Raises KeyError."""
        return self._areas[id_].names

    def name(self, id_: str, language: str = "en") -> str:
        """A display name, the id made readable where there is none."""
        names = self._areas[id_].names if id_ in self._areas else {}
        return next(iter(names.get(language) or names.get("en") or ()), id_.rpartition(":")[2].replace("_", " "))

    def inside(self, what: str, area: str, on: dt.date) -> bool | None:
        """Does a state (``PRK``), a place (``place:Guam``) or an area lie wholly in an area, or in a state, on a day?

        None: unknown, or in part. A state that has a territory outside an area lies there in part only: where in it, a
        place must tell. A place lies in the state that the packs have for it now.
        """
        if what == area:
            return True
        if area in self._world.states:
            return self._in_state(what, area)
        if area not in self._areas:
            return None
        into = self._at(area, on)
        if what in self._areas:
            return self._all(self._at(what, on), area, on)
        if what in self._world.states:
            return self._state_inside(what, into)
        return self._place_inside(what, into)

    def _in_state(self, what: str, state: str) -> bool | None:
        """None too for a place above states, of which some may lie in it."""
        if what in self._areas:
            return None
        found = what if what in self._world.states else self._territories.state(what)
        return None if found is None else found == state

    def _state_inside(self, state: str, area: Area) -> bool | None:
        if state in area.partly or any(self._state(p) == state for p in area.places | area.outside):
            return None
        return state in area.states

    def _place_inside(self, place: str, area: Area) -> bool | None:
        name = place.removeprefix("place:")
        if name in area.unclear:
            return None
        if name in area.places or name in area.outside:
            return name in area.places
        if self._territories.whole(place):
            return self._state_inside(self._territories.state(place) or "", area)
        state = self._state(name)
        if state is None or state in area.partly:
            return None
        return state in area.states

    def _all(self, one: Area, area: str, on: dt.date) -> bool | None:
        """Is every part of an area inside? False when none is, None when some are or one is unknown."""
        parts = {self.inside(state, area, on) for state in one.states | one.partly}
        parts |= {self.inside(f"place:{place}", area, on) for place in one.places}
        return parts.pop() if len(parts) == 1 and not one.partly else None

    def _state(self, name: str) -> str | None:
        return self._territories.state(f"place:{name}")


def load_areas(folders: tuple[Path, ...] | None = None) -> Areas:
    """The areas of one or several world folders, by default of all packs.

    Raises PackError for an area that breaks the form, is there twice, or names a state or place that no file has.
    """
    return _load(pack_folders("world") if folders is None else folders)


@cache
def _load(folders: tuple[Path, ...]) -> Areas:
    world = load_world(folders)
    areas: dict[str, Area] = {}
    for path in (folder / _FILE for folder in folders if (folder / _FILE).exists()):
        for n, area in enumerate(load(path, _Areas).areas):
            _check(area, areas, world, f"{path}:{line_of(path, f'.areas[{n}]')}")
            areas[area.id] = area
    return Areas(world, areas)


def _check(area: Area, before: dict[str, Area], world: World, where: str) -> None:
    if not area.id.startswith("area:"):
        raise PackError(f"{area.id} is no id of an area", where, f"write area:{area.id}")
    if area.id in before:
        raise PackError(f"the id {area.id} is there twice", where, "rename or remove one")
    _check_ids(area.id, area, world, where)
    for extent in area.times:
        _check_ids(area.id, extent, world, where)
    for n, extent in enumerate(area.times):
        if not (extent.from_ or extent.until):
            raise PackError(f"{area.id} has a time without days", where, "add from or until, or list it in the area")
        if extent.from_ and extent.until and extent.until <= extent.from_:
            raise PackError(f"{area.id} has a time that ends before it begins", where, "mend from or until")
        for other in area.times[:n]:
            if (twice := _listed(extent) & _listed(other)) and _meet(extent, other):
                name = min(twice)
                raise PackError(f"{area.id} has {name} in two times that overlap", where, "end one before the other")


def _check_ids(id_: str, extent: Area | Extent, world: World, where: str) -> None:
    for state in sorted((extent.states | extent.partly) - set(world.states)):
        raise PackError(f"{id_} has {state}, which no file has", where, "mend the id or add the state")
    places = [place for key in _PLACES for place in getattr(extent, key)]
    for place in sorted(set(places) - set(world.places) - set(world.capitals)):
        raise PackError(f"{id_} has the place {place}, which no file has", where, "mend the id or add the place")
    named = [*extent.states, *extent.partly, *places]
    for twice in sorted({name for name in named if named.count(name) > 1}):
        raise PackError(f"{id_} has {twice} twice", where, "keep one of the two")


def _listed(extent: Extent) -> frozenset[str]:
    return frozenset().union(*(getattr(extent, key) for key in (*_STATES, *_PLACES)))


def _meet(one: Extent, other: Extent) -> bool:
    """Is there a day of both?"""
    pairs = ((one, other), (other, one))
    return all(a.until is None or b.from_ is None or b.from_ < a.until for a, b in pairs)
