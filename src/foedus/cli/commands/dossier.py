"""``foedus dossier``: everything in one HTML file."""

import argparse

from foedus import pipeline
from foedus.cli.inputs import gather
from foedus.cli.notices import counted, say
from foedus.cli.output import send


def dossier(arguments: argparse.Namespace) -> int:
    """Writes the dossier; its path is said on standard error."""
    gathered = gather(arguments)
    made = gathered.picture()
    send([pipeline.dossier(made, arguments.title or pipeline.TITLE)], arguments)
    if not arguments.quiet:
        numbers = [counted(number, noun) for noun, number in _numbers(made)]
        say(", ".join(numbers))
    return gathered.code(arguments.strict)


def _numbers(made: pipeline.Picture) -> list[tuple[str, int]]:
    counts = made.counts()
    return [(noun.removesuffix("s"), counts[noun]) for noun in ("articles", "claims", "gaps", "events", "disputes")]
