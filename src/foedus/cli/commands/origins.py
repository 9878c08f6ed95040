"""``foedus origins``: who copied whom, and who credits the same source."""

import argparse

from foedus.cli.inputs import gather
from foedus.cli.notices import say
from foedus.cli.output import emit, send, terminal_width
from foedus.cli.tables import copy_lines, index_of
from foedus.export import COPIES, copy_text


def origins(arguments: argparse.Namespace) -> int:
    """The pairs of articles that are one origin, with the passages that show it."""
    gathered = gather(arguments)
    made = gathered.picture()
    texts = {reading.article.id: reading.article.text for reading in made.readings}
    found = [copy_text(copy, texts) for copy in made.copies]
    if (arguments.format or "table") == "table":
        send(copy_lines(found, index_of(made), terminal_width(arguments)), arguments)
        if not found and not arguments.quiet:
            say("no article copies another or credits the same source")
    else:
        emit(found, COPIES, arguments)
    return gathered.code(arguments.strict)
