"""The wars of the packs: ``wars/*.jsonl``, a war a line, as an import of the Correlates of War writes them."""

from functools import cache
from pathlib import Path

from foedus.model import Interval, PackError, War
from foedus.packs.folders import folders as pack_folders
from foedus.packs.load import load_lines
from foedus.packs.world import load_world


def load_wars(folders: tuple[Path, ...] | None = None) -> dict[str, War]:
    """Every war of one or several folders (by default of all packs) by id, in the order of the files.

    Raises PackError (with ``file:line``) for one that breaks the form, is there twice, or has a state that no file has.
    """
    return _load(pack_folders("wars") if folders is None else folders)


@cache
def _load(folders: tuple[Path, ...]) -> dict[str, War]:
    wars: dict[str, War] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.jsonl"))):
        for line, war in load_lines(path, War):
            _check(war, f"{path}:{line}")
            if war.id in wars:
                raise PackError(f"{war.id} is there twice", f"{path}:{line}", "rename or remove one")
            wars[war.id] = war
    return wars


def _check(war: War, where: str) -> None:
    states = load_world().states
    for fighter in war.fighters:
        if fighter.state not in states:
            raise PackError(f"{war.id} has {fighter.state}, which no file has", where, "mend the id or add the state")
        try:
            days = Interval.parse(fighter.when)
        except ValueError as error:
            raise PackError(f"{war.id} has no time {fighter.when!r}", where, "write an EDTF interval") from error
        if days.first is None:
            raise PackError(f"{war.id} has no beginning for {fighter.state}", where, "write an EDTF interval")
