"""``foedus status TREATY``: where a treaty stands."""

import argparse
from collections.abc import Iterator

import msgspec

from foedus import pipeline
from foedus.cli.inputs import Gathered, gather
from foedus.cli.output import send, terminal_width
from foedus.export import STAGES, clean, render
from foedus.model import Status
from foedus.packs.world import load_world
from foedus.select import find_treaty


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
        send(_lines(found, terminal_width(arguments)), arguments)
    return gathered.code(arguments.strict)


def _lines(found: Status, width: int | None) -> Iterator[str]:
    parties = ", ".join(load_world().label(state) for state in found.parties)
    yield f"{clean(found.name)}  ({found.treaty})\n"
    yield f"parties   {clean(parties) or 'unknown'}\n\n"
    yield from _standing("reported", found.reported, found.reported_since, found.reported_because)
    if found.filed is None:
        yield "filed     no file\n\n"
    else:
        yield from _standing("filed", found.filed, found.filed_since, found.filed_because)
    if found.stages:
        yield from render(found.stages, STAGES, "table", width)


def _standing(label: str, word: str, since: str | None, because: tuple[str, ...]) -> Iterator[str]:
    yield f"{label:<8}  {word}{f', since {since}' if since else ''}\n"
    yield from (f"          - {clean(step)}\n" for step in because)
    yield "\n"
