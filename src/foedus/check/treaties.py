"""Checks treaty files: every fault of every file, with its line and its mend."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from foedus.check.finding import Finding, finding
from foedus.check.treaty_form import faults_of_form, without
from foedus.check.treaty_world import faults_of_ids
from foedus.model import InputError, PackError, Treaty
from foedus.packs.areas import load_areas
from foedus.packs.fault import Fault
from foedus.packs.folders import folders
from foedus.packs.load import load_raw
from foedus.packs.treaties import Place, faults_of_links, load_treaties
from foedus.packs.treaty_faults import faults
from foedus.packs.world import load_world


class Entry(NamedTuple):
    """A treaty of a file: where it stands, the faults of its form, and the treaty without them, if enough is left."""

    place: Place
    formal: tuple[Fault, ...]
    treaty: Treaty | None


def treaty_files(paths: Sequence[Path]) -> list[Path]:
    """The files that are meant: a folder stands for those in it. Raises InputError for what is not there."""
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise InputError("no such file or folder", str(path), "give a treaty's file, or a folder of them")
        found.update(dict.fromkeys(_files(path) if path.is_dir() else [path]))
    return list(found)


def check_treaties(paths: Sequence[Path] = ()) -> tuple[list[Path], list[Finding]]:
    """The files that were checked (by default those of all packs), and every fault in them, in the order of the lines.

    What a file refers to may be in any pack, or beside it. Raises InputError for a path that is not there.
    """
    files = treaty_files(paths or folders("treaties"))
    beside = [file for folder in dict.fromkeys(f.parent for f in files) for file in _files(folder)]
    read = {file: list(_entries(file)) for file in dict.fromkeys((*beside, *files))}
    treaties = [e for file in files for e in read[file] if isinstance(e, Entry) and e.treaty]
    known = _packed(read)
    known.update((e.treaty.id, e.treaty) for of in read.values() for e in of if isinstance(e, Entry) and e.treaty)
    known.update((e.treaty.id, e.treaty) for e in treaties if e.treaty)
    found: list[Finding] = []
    for entry in (entry for file in files for entry in read[file]):
        if isinstance(entry, Finding):
            found.append(entry)
        else:
            found += _findings(entry, known, [e for e in treaties if e is not entry])
    return files, found


def _packed(read: Mapping[Path, object]) -> dict[str, Treaty]:
    """The treaties of those files of the packs that have not been read."""
    packs = folders("treaties")
    packed = [file for folder in packs for file in _files(folder)]
    left = [file for file in packed if file not in read]
    if left == packed:
        return dict(load_treaties())  # kept once loaded
    return {e.treaty.id: e.treaty for file in left for e in _entries(file) if isinstance(e, Entry) and e.treaty}


def _files(folder: Path) -> list[Path]:
    return [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("*.jsonl"))]


def _entries(file: Path) -> Iterator[Entry | Finding]:
    """The treaties of a file, or what keeps one from being read at all."""
    if file.suffix != ".jsonl":
        try:
            yield _entry(Place(file), load_raw(file))
        except PackError as error:
            yield finding(error)
        return
    for number, line in enumerate(file.read_bytes().splitlines(), 1):
        try:
            if line.strip():
                yield _entry(Place(file, number), msgspec.json.decode(line))
        except msgspec.DecodeError as error:
            yield Finding(str(error), f"{file}:{number}", "mend that line, or import the data again")


def _entry(place: Place, raw: Any) -> Entry:
    formal = tuple(faults_of_form(raw))
    try:
        return Entry(place, formal, msgspec.convert(without(raw, [f.at for f in formal]), Treaty))
    except msgspec.ValidationError:
        return Entry(place, formal, None)


def _findings(entry: Entry, known: Mapping[str, Treaty], others: Iterable[Entry]) -> list[Finding]:
    more = _faults(entry.treaty, entry.place, known, others) if entry.treaty else ()
    apart = (f for f in more if not any(f.at.startswith(g.at) or g.at.startswith(f.at) for g in entry.formal))
    placed = [(entry.place.at(fault.at), fault) for fault in (*entry.formal, *apart)]
    placed.sort(key=lambda pair: (int(pair[0].rpartition(":")[2]), pair[1]))
    return [Finding(fault.what, where, fault.mend) for where, fault in placed]


def _faults(treaty: Treaty, place: Place, known: Mapping[str, Treaty], others: Iterable[Entry]) -> Iterator[Fault]:
    """What is wrong with a treaty beyond its form; not what comes of what the form has refused."""
    yield from faults(treaty, None if place.line else place.path.stem)
    yield from faults_of_links(treaty, known)
    yield from faults_of_ids(treaty, load_world(), load_areas())
    for other in others:
        if other.treaty and other.treaty.id == treaty.id:
            yield Fault(f"{treaty.id} is also in {other.place.path}", ".id", "rename or remove one")
