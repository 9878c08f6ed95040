"""Areas: does a state, a place or another area lie in an area that a treaty speaks of? After ``world/areas.yaml``."""

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


class Area(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An area and what lies in it. ``id`` begins with ``area:``; states are ids, places are ids without ``place:``.

    ``states`` lie in it with all their territory but what is ``outside``; of the states in ``partly`` some territory
    does, so that a place decides; ``places`` lie in it whatever their state is. ``source`` is who draws it so.
    """

    id: str
    names: dict[str, tuple[str, ...]]
    source: str
    states: frozenset[str] = frozenset()
    partly: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()


class _Areas(msgspec.Struct, forbid_unknown_fields=True):
    areas: tuple[Area, ...]


class Areas:
    """The areas of the packs; what it answers is True, False, or None where the packs cannot tell."""

    def __init__(self, world: World, areas: dict[str, Area]) -> None:
        self._world = world
        self._areas = areas
        self._territories = Territories(world)

    def known(self, id_: str) -> bool:
        """Is there such an area?"""
        return id_ in self._areas

    def ids(self) -> tuple[str, ...]:
        """The ids of all areas."""
        return tuple(self._areas)

    def name(self, id_: str, language: str = "en") -> str:
        """A display name, the id made readable where there is none."""
        names = self._areas[id_].names if id_ in self._areas else {}
        return next(iter(names.get(language) or names.get("en") or ()), id_.rpartition(":")[2].replace("_", " "))

    def inside(self, what: str, area: str) -> bool | None:
        """Does a state (``PRK``), a place (``place:Guam``) or an area lie wholly in an area? None: unknown, or in part.

        A state that has a territory outside lies there in part only: where in it, a place must tell.
        """
        if what == area:
            return True
        into = self._areas.get(area)
        if into is None:
            return None
        if what in self._areas:
            return self._all(self._areas[what], area)
        if what in self._world.states:
            return self._state_inside(what, into)
        return self._place_inside(what, into)

    def _state_inside(self, state: str, area: Area) -> bool | None:
        if state in area.partly or any(self._state(p) == state for p in area.places | area.outside):
            return None
        return state in area.states

    def _place_inside(self, place: str, area: Area) -> bool | None:
        name = place.removeprefix("place:")
        if name in area.places or name in area.outside:
            return name in area.places
        if self._territories.whole(place):
            return self._state_inside(self._territories.state(place) or "", area)
        state = self._state(name)
        if state is None or state in area.partly:
            return None
        return state in area.states

    def _all(self, one: Area, area: str) -> bool | None:
        """Is every part of an area inside? False when none is, None when some are or one is unknown."""
        parts = {self.inside(state, area) for state in one.states | one.partly}
        parts |= {self.inside(f"place:{place}", area) for place in one.places}
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
    for state in sorted((area.states | area.partly) - set(world.states)):
        raise PackError(f"{area.id} has {state}, which no file has", where, "mend the id or add the state")
    for place in sorted((area.places | area.outside) - set(world.places) - set(world.capitals)):
        raise PackError(f"{area.id} has the place {place}, which no file has", where, "mend the id or add the place")
    for twice in sorted((area.states & area.partly) | (area.places & area.outside)):
        raise PackError(f"{area.id} has {twice} twice", where, "keep one of the two")
