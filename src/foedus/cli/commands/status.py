"""``foedus status TREATY``: where a treaty stands, or stood on a day, as public on a day."""

import argparse
import datetime as dt

import msgspec

from foedus import pipeline
from foedus.arguments import day
from foedus.asof import as_of, as_of_ledger
from foedus.cli.inputs import Gathered, gather
from foedus.cli.output import send, terminal_width
from foedus.cli.tables import index_of, standing_lines
from foedus.ledger import open_ledger
from foedus.select import find_treaty
from foedus.standing import status_on


def status(arguments: argparse.Namespace) -> int:
    """As reported and as filed, with the derivation; without inputs, as filed alone."""
    on = day(arguments.on, "--on") if arguments.on else None
    known = day(arguments.known, "--known") if arguments.known else None
    given = arguments.paths or arguments.ledger is not None
    gathered = gather(arguments) if given else Gathered(())
    made = _made(gathered, known, arguments)
    id_ = find_treaty(arguments.treaty, made.treaties, {s.treaty: s.name for s in made.statuses})
    found = status_on(id_, on, known, made)
    if arguments.format == "json":
        send([msgspec.json.format(msgspec.json.encode(found).decode("utf-8"), indent=1) + "\n"], arguments)
    else:
        send(standing_lines(found, index_of(made), terminal_width(arguments), told=bool(made.readings)), arguments)
    return gathered.code(arguments.strict)


def _made(gathered: Gathered, known: dt.date | None, arguments: argparse.Namespace) -> pipeline.Picture:
    """What was reported, by articles that were out on the day."""
    if known is None or not gathered.readings:
        return gathered.picture()
    if arguments.ledger is not None:
        with open_ledger(arguments.ledger) as ledger:
            return as_of_ledger(known, ledger).picture
    return as_of(known, gathered.readings, gathered.judgements).picture
