"""The treaty pack: one YAML file per treaty, or many treaties in one JSON Lines file; checked beyond its form."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from foedus.model import Interval, PackError, Party, Treaty
from foedus.packs.fault import Fault, precedes
from foedus.packs.folders import folders as pack_folders
from foedus.packs.guess import nearest
from foedus.packs.load import line_of, load, load_lines
from foedus.packs.treaty_faults import faults


def load_treaties(folders: tuple[Path, ...] | None = None) -> dict[str, Treaty]:
    """Every treaty of one or several folders (by default of all packs) by id, in the order of the ids.

    Raises PackError (with ``file:line``) for a file that breaks the form, contradicts itself, or is there twice.
    """
    return _load(pack_folders("treaties") if folders is None else folders)[0]


def place_of(treaty: str) -> "Place":
    """Where a treaty of the packs stands. Raises PackError, KeyError."""
    return _load(pack_folders("treaties"))[1][treaty]


def first_day() -> dt.date | None:
    """The first day of any act on file; None without acts. Raises PackError."""
    return _first_day(pack_folders("treaties"))


@cache
def _first_day(folders: tuple[Path, ...]) -> dt.date | None:
    acts = (act.when for treaty in _load(folders)[0].values() for act in treaty.acts if act.when)
    return min((day for when in acts if (day := Interval.parse(when).first)), default=None)


@cache
def _load(folders: tuple[Path, ...]) -> tuple[dict[str, Treaty], dict[str, "Place"]]:
    places: dict[str, Place] = {}
    treaties: dict[str, Treaty] = {}
    for folder in folders:
        for place, treaty in _read(folder):
            _refuse(place, faults(treaty, None if place.line else place.path.stem))
            if treaty.id in treaties:
                raise PackError(
                    f"{treaty.id} is also in {places[treaty.id].path}", place.at(""), "rename or remove one"
                )
            treaties[treaty.id], places[treaty.id] = treaty, place
    for id_, treaty in treaties.items():
        _refuse(places[id_], faults_of_links(treaty, treaties))
    return {id_: bound(treaties[id_], treaties) for id_ in sorted(treaties)}, places


class Place(NamedTuple):
    """Where a treaty stands: its own file, or a ``line`` (from 1) of a file of many."""

    path: Path
    line: int = 0

    def at(self, node: str) -> str:
        """``file:line`` of a node such as ``.acts[2].when``."""
        return f"{self.path}:{self.line or (line_of(self.path, node) if node else 1)}"


def _read(folder: Path) -> Iterator[tuple[Place, Treaty]]:
    for path in sorted(folder.glob("*.yaml")):
        yield Place(path), load(path, Treaty)
    for path in sorted(folder.glob("*.jsonl")):
        for line, treaty in load_lines(path, Treaty):
            yield Place(path, line), treaty


def faults_of_links(treaty: Treaty, treaties: Mapping[str, Treaty]) -> Iterator[Fault]:
    """Treaties that it names and that no file has, and a treaty that follows upon itself."""
    links = [(f".replaces[{n}]", "replaces", old) for n, old in enumerate(treaty.replaces)]
    links += [(f".{key}", key, old) for key in ("amends", "under") if (old := getattr(treaty, key))]
    for at, verb, old in links:
        if old not in treaties:
            mend = nearest(old, treaties, "add that file or mend the id")
            yield Fault(f"{verb} {old}, which no file has", at, mend)
        elif round_ := _round(treaty.id, old, treaties):
            yield Fault(f"goes round in a circle: {' -> '.join((treaty.id, *round_))}", at, "remove one of the links")


def _round(start: str, at: str, treaties: Mapping[str, Treaty]) -> list[str]:
    """The way from ``at`` back to ``start`` by what treaties replace, amend or stand under; empty for none."""
    ways, seen = [[at]], {at}
    while ways:
        way = ways.pop(0)
        if way[-1] == start:
            return way
        after = treaties.get(way[-1])
        for old in (*after.replaces, after.amends, after.under) if after else ():
            if old and old not in seen:
                seen.add(old)
                ways.append([*way, old])
    return []


def bound(treaty: Treaty, treaties: Mapping[str, Treaty]) -> Treaty:
    """A decision with the parties that the treaty above it has from the decision's first act on; others as they are."""
    above = treaties.get(treaty.under or "")
    if above is None:
        return treaty
    first = next((act.when for act in treaty.acts if act.when), None)
    parties = tuple(
        Party(state=p.state, from_=p.from_ if precedes(first, p.from_) else None, until=p.until)
        for p in above.parties
        if not (p.until and precedes(p.until, first)) and p.until != first
    )
    return msgspec.structs.replace(
        treaty, parties=parties, more_parties=above.more_parties, listed=above.listed, non_parties=above.non_parties
    )


def _refuse(place: Place, found: Iterator[Fault]) -> None:
    for what, at, mend in found:
        raise PackError(what, place.at(at), mend)
