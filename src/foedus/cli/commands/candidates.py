"""``foedus candidates``: events that may be one, for a person to judge."""

import argparse

from foedus.candidates import candidates as candidates_of
from foedus.cli.inputs import gather
from foedus.cli.notices import say
from foedus.cli.output import emit, send, terminal_width
from foedus.cli.tables import candidate_lines, index_of
from foedus.export import CANDIDATES
from foedus.model import UsageError


def candidates(arguments: argparse.Namespace) -> int:
    """The pairs, nearest first, with what keeps them apart and the judgement that would merge them."""
    if not 0 < arguments.least <= 1:
        raise UsageError(f"{arguments.least:g} is no cosine", "--least", "give a number above 0 and up to 1")
    gathered = gather(arguments)
    made = gathered.picture()
    found = candidates_of(made, arguments.least)
    if (arguments.format or "table") == "table":
        send(candidate_lines(found, index_of(made), terminal_width(arguments)), arguments)
        if not found and not arguments.quiet:
            say("no two events of one type say nearly the same")
    else:
        emit(found, CANDIDATES, arguments)
    return gathered.code(arguments.strict)
