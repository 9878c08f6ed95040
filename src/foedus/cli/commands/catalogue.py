"""``foedus treaties``: the treaties on file."""

import argparse

from foedus import pipeline
from foedus.cli.output import emit
from foedus.export import TREATIES
from foedus.packs.treaties import load_treaties


def treaties(arguments: argparse.Namespace) -> int:
    """The treaty files, each with where it stands by its file."""
    known = load_treaties().values()
    emit([(treaty, pipeline.filed(treaty)) for treaty in known], TREATIES, arguments)
    return 0
