"""``foedus import``: the tables of a data set, made into a pack folder."""

import argparse

from foedus.cli.notices import say
from foedus.datasets import import_tables, write_pack


def import_(arguments: argparse.Namespace) -> int:
    """Writes the pack folder; what had to be left out is said line by line. Raises InputError."""
    made = import_tables(arguments.dataset, arguments.paths)
    for fault in made.faults:
        say(str(fault))
    write_pack(made, arguments.output, arguments.dataset)
    if not arguments.quiet:
        left = f"; {len(made.faults)} left out" if made.faults else ""
        parts = [f"{len(made.treaties)} treaties of {made.rows} rows"] if made.rows else []
        parts += [f"{len(made.wars)} wars"] if made.wars else []
        say(f"{arguments.output}: {', '.join(parts)}, {len(made.states)} states{left}")
        say(f"use them with --packs {arguments.output}")
    return 3 if arguments.strict and made.faults else 0
