"""``foedus conduct``: reported events held against the norms in force on their day."""

import argparse

from foedus import norms
from foedus.cli.inputs import gather
from foedus.cli.notices import counted, say
from foedus.cli.output import emit, send, terminal_width
from foedus.cli.tables import bearing_lines, index_of
from foedus.export import BEARINGS
from foedus.select import find_treaty


def conduct(arguments: argparse.Namespace) -> int:
    """For each event on which a norm speaks: what the norm makes of it, and why; how many, on standard error."""
    gathered = gather(arguments)
    made = gathered.picture()
    names = {s.treaty: s.name for s in made.statuses}
    id_ = find_treaty(arguments.treaty, made.treaties, names) if arguments.treaty else None
    found = norms.conduct(made.events, made.disputes, made.readings, made.treaties, id_)
    if (arguments.format or "table") == "table":
        send(bearing_lines(found, index_of(made), terminal_width(arguments)), arguments)
    else:
        emit(found, BEARINGS, arguments)
    if not arguments.quiet:
        spoken = len({bearing.event for bearing in found})
        say(f"a norm on file speaks on {spoken} of {counted(len(made.events), 'event')}")
    return gathered.code(arguments.strict)
