"""``foedus treaties``: the treaties on file; ``foedus treaties check``: what is wrong with treaty files."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import msgspec

from foedus import pipeline
from foedus.check import check_treaties
from foedus.check.finding import Finding
from foedus.cli.notices import counted
from foedus.cli.output import emit, send
from foedus.export import TREATIES
from foedus.model import UsageError
from foedus.packs.treaties import load_treaties


def treaties(arguments: argparse.Namespace) -> int:
    """The treaty files, each with where it stands by its file, or the check of some."""
    if arguments.verb is None:
        known = load_treaties().values()
        emit([(treaty, pipeline.filed(treaty)) for treaty in known], TREATIES, arguments)
        return 0
    if arguments.format not in (None, "table", "json"):
        raise UsageError(f"no {arguments.format} of a check", "--format", "use table or json")
    files, found = check_treaties([Path(path) for path in arguments.paths])
    if arguments.format == "json":
        report = {"files": len(files), "findings": found}
        send([msgspec.json.format(msgspec.json.encode(report).decode("utf-8"), indent=1) + "\n"], arguments)
    else:
        send((f"{line}\n" for line in _lines(files, found)), arguments)
    return 1 if found else 0


def _lines(files: list[Path], found: list[Finding]) -> Iterator[str]:
    yield from map(str, found)
    yield f"{counted(len(files), 'file')}, {len(found)} to mend"
