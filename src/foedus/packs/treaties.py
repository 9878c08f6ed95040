"""The treaty pack: one YAML file per treaty, or many treaties in one JSON Lines file; checked beyond its form."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from foedus.model import LIFE_CYCLE, Interval, PackError, Treaty
from foedus.packs.folders import folders as pack_folders
from foedus.packs.load import line_of, load, load_lines

_STATE: Final = re.compile(r"[A-Z]{3}")
# Within one treaty a later act cannot wholly precede an earlier one (VCLT art. 11, 14, 16, 24).
_ORDER: Final = (
    ("treaty.sign", "treaty.enter_into_force"),
    ("treaty.sign", "treaty.terminate"),
    ("treaty.enter_into_force", "treaty.terminate"),
)
# The same for the acts of one party.
_ORDER_OF_PARTY: Final = (
    ("treaty.sign", "treaty.ratify"),
    ("treaty.submit", "treaty.ratify"),
    ("treaty.ratify", "treaty.exchange"),
    ("treaty.ratify", "treaty.withdraw"),
)
Fault = tuple[str, str, str]
"""What is wrong, the path of the node (``.acts[2].when``) and the mend."""


def load_treaties(folders: tuple[Path, ...] | None = None) -> dict[str, Treaty]:
    """Every treaty of one or several folders (by default of all packs) by id, in the order of the ids.

    Raises PackError (with ``file:line``) for a file that breaks the form, contradicts itself, or is there twice.
    """
    return _load(pack_folders("treaties") if folders is None else folders)


@cache
def _load(folders: tuple[Path, ...]) -> dict[str, Treaty]:
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
        _refuse(
            places[id_],
            (
                (f"replaces {old}, which no file has", f".replaces[{n}]", "add that file or mend the id")
                for n, old in enumerate(treaty.replaces)
                if old not in treaties
            ),
        )
    return dict(sorted(treaties.items()))


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


def faults(treaty: Treaty, stem: str | None) -> Iterator[Fault]:
    """What a treaty's file has wrong beyond its form; ``stem`` is the name, without ending, of a file of its own."""
    if not treaty.id.startswith("treaty:"):
        yield f"{treaty.id} is no id of a treaty", ".id", "begin it with treaty:"
    if stem is not None and treaty.id != f"treaty:{stem}":
        yield f"the id {treaty.id} does not fit the file's name", ".id", f"write treaty:{stem} or rename the file"
    if not any(treaty.names.values()):
        yield "a treaty without a name", ".names", "add at least one name"
    yield from _faults_of_parties(treaty)
    yield from _faults_of_acts(treaty)
    yield from _faults_of_order(treaty)
    for n, duty in enumerate(treaty.duties):
        if not duty.text:
            yield "a duty without text", f".duties[{n}].text", "paraphrase it in at least one language"


def _faults_of_parties(treaty: Treaty) -> Iterator[Fault]:
    seen: set[str] = set()
    for n, party in enumerate(treaty.parties):
        if not _STATE.fullmatch(party.state):
            yield f"{party.state!r} is no state", f".parties[{n}].state", "write an ISO 3166 code such as PRK"
        if party.state in seen:
            yield f"{party.state} is a party twice", f".parties[{n}].state", "remove one"
        seen.add(party.state)
        yield from _faults_of_time(party.from_, f".parties[{n}].from")
        yield from _faults_of_time(party.until, f".parties[{n}].until")


def _faults_of_acts(treaty: Treaty) -> Iterator[Fault]:
    for n, act in enumerate(treaty.acts):
        at = f".acts[{n}]"
        if act.type not in LIFE_CYCLE:
            yield f"{act.type} is no act of a treaty's life", f"{at}.type", f"choose one of {', '.join(LIFE_CYCLE)}"
        if not act.source:
            yield f"{act.type} has no source", at, "add source: who says so"
        yield from _faults_of_time(act.when, f"{at}.when")
        yield from _faults_of_time(act.known, f"{at}.known")
        yield from _faults_of_time(act.revoked, f"{at}.revoked")
        for m, (value, _) in enumerate(act.disputed):
            yield from _faults_of_time(value, f"{at}.disputed[{m}]")
        if _precedes(act.known, act.when):
            yield f"{act.type} is known before it happened", f"{at}.known", "mend one of the two dates"
        if act.revoked and act.type != "treaty.withdraw":
            yield f"{act.type} cannot be revoked", f"{at}.revoked", "only treaty.withdraw can be (VCLT art. 68)"
        if _precedes(act.revoked, act.when):
            yield f"{act.type} is revoked before it happened", f"{at}.revoked", "mend one of the two dates"


def _faults_of_order(treaty: Treaty) -> Iterator[Fault]:
    for early, late in _ORDER:
        yield from _disorder(treaty, early, late, None)
    for state in sorted({actor for act in treaty.acts for actor in act.actors}):
        for early, late in _ORDER_OF_PARTY:
            yield from _disorder(treaty, early, late, state)


def _disorder(treaty: Treaty, early: str, late: str, state: str | None) -> Iterator[Fault]:
    """The first ``early`` act must not lie wholly after the last ``late`` one."""
    acts = [(n, a) for n, a in enumerate(treaty.acts) if a.when and _day(a.when) and (not state or state in a.actors)]
    before = [a.when for _, a in acts if a.type == early]
    after = [(n, a.when) for n, a in acts if a.type == late]
    if after and before and all(_precedes(b, a) for _, b in after for a in before):
        yield f"{late} before {early}{' by ' + state if state else ''}", f".acts[{after[0][0]}].when", "mend the dates"


def _day(text: str) -> Interval | None:
    try:
        return Interval.parse(text)
    except ValueError:
        return None


def _precedes(one: str | None, other: str | None) -> bool:
    """Does ``one`` lie wholly before ``other``? False when either is unknown or unreadable."""
    a, b = _day(one or ""), _day(other or "")
    return bool(a and b and a.last and b.first and a.last < b.first)


def _faults_of_time(text: str | None, at: str) -> Iterator[Fault]:
    if text is not None and _day(text) is None:
        yield f"{text!r} is no EDTF date or interval", at, "write a day, month, year or interval such as 2024-12-04/.."


def _refuse(place: Place, found: Iterator[Fault]) -> None:
    for what, at, mend in found:
        raise PackError(what, place.at(at), mend)
