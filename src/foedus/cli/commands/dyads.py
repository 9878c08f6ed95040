"""``foedus dyads``: directed dyad-years from the treaties on file."""

import argparse
import datetime as dt
from fnmatch import fnmatchcase

from foedus.assess.commitments import Commitments
from foedus.assess.dyads import dyads as counted
from foedus.assess.terms import Terms
from foedus.cli.output import emit
from foedus.export import DYADS
from foedus.model import Treaty, UsageError
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world


def dyads(arguments: argparse.Namespace) -> int:
    """A row for each two states that a treaty binds together in a year."""
    for name, year in (("--from", arguments.first), ("--until", arguments.last)):
        if not dt.MINYEAR <= year <= dt.MAXYEAR:
            raise UsageError(f"{year} is no year", name, "write a year such as 1914")
    if arguments.last < arguments.first:
        raise UsageError(f"{arguments.last} comes before {arguments.first}", "--until", "change --from or --until")
    treaties = {id_: treaty for id_, treaty in load_treaties().items() if _asked(id_, arguments.treaties)}
    _check(treaties, arguments.treaties)
    numbers = {state.id: state.cow.number for state in load_world().states.values() if state.cow}
    found = counted(Commitments(Terms(treaties, basis=arguments.basis)), arguments.first, arguments.last)
    emit(((dyad, numbers.get(dyad.state), numbers.get(dyad.other)) for dyad in found), DYADS, arguments)
    return 0


def _asked(id_: str, patterns: list[str]) -> bool:
    return not patterns or any(_fits(id_, pattern) for pattern in patterns)


def _fits(id_: str, pattern: str) -> bool:
    return fnmatchcase(id_.removeprefix("treaty:"), pattern.removeprefix("treaty:"))


def _check(treaties: dict[str, Treaty], patterns: list[str]) -> None:
    """A pattern that no treaty fits is a mistake. Raises UsageError."""
    for pattern in patterns:
        if not any(_fits(id_, pattern) for id_ in treaties):
            raise UsageError(f"no treaty on file is {pattern!r}", "--treaty", "see `foedus treaties`")
