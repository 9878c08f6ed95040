"""``foedus status TREATY``: where a treaty stands."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from foedus import pipeline
from foedus.cli.inputs import Gathered, gather
from foedus.cli.output import send, terminal_width
from foedus.cli.tables import index_of, stage_lines
from foedus.cli.tables.disputes import COLUMNS, wrapped
from foedus.export import clean
from foedus.model import Status
from foedus.report.dates import edtf_words
from foedus.report.index import Index
from foedus.report.phrases import readable
from foedus.select import find_treaty

_INDENT: Final = " " * 10


def status(arguments: argparse.Namespace) -> int:
    """As reported and as filed, with the derivation; without inputs, as filed alone."""
    given = arguments.paths or arguments.ledger is not None
    gathered = gather(arguments) if given else Gathered(())
    made = gathered.picture()
    id_ = find_treaty(arguments.treaty, made.treaties, {s.treaty: s.name for s in made.statuses})
    found = pipeline.status(id_, made)
    if arguments.format == "json":
        send([msgspec.json.format(msgspec.json.encode(found).decode("utf-8"), indent=1) + "\n"], arguments)
    else:
        send(_lines(found, made, terminal_width(arguments)), arguments)
    return gathered.code(arguments.strict)


def _lines(found: Status, made: pipeline.Picture, width: int | None) -> Iterator[str]:
    index = index_of(made)
    room = min(width or COLUMNS, COLUMNS)
    yield f"{clean(found.name)}  ({found.treaty})\n"
    parties = index.words.listed([index.names.of(state) for state in found.parties])
    yield from wrapped(f"parties   {parties or 'unknown'}", room, "", _INDENT)
    if made.readings:
        yield "\n"
        yield from _standing("reported", found.reported, found.reported_since, found.reported_because, index, room)
    yield "\n"
    if found.filed is None:
        yield "filed     no file\n"
    else:
        yield from _standing("filed", found.filed, found.filed_since, found.filed_because, index, room)
    if found.stages:
        yield "\n"
        yield from stage_lines(found.stages, index, width)


def _standing(
    label: str, word: str, since: str | None, because: Sequence[str], index: Index, width: int
) -> Iterator[str]:
    """The word with its date, and each step of the derivation once."""
    dated = f", since {edtf_words(since, index.words)}" if since else ""
    yield from wrapped(f"{label:<8}  {word}{dated}", width, "", _INDENT)
    for step in dict.fromkeys(because):
        yield from wrapped(readable(step, index), width, f"{_INDENT}- ", f"{_INDENT}  ")
