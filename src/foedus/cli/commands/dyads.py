"""``foedus dyads``: directed dyad-years from the treaties on file."""

import argparse

from foedus.cli.output import emit
from foedus.export import DYADS
from foedus.packs.world import load_world
from foedus.pledges import dyads as asked


def dyads(arguments: argparse.Namespace) -> int:
    """A row for each two states that a treaty binds together in a year."""
    found = asked(arguments.first, arguments.last, arguments.treaties, arguments.basis)
    numbers = {state.id: state.cow.number for state in load_world().states.values() if state.cow}
    emit(((dyad, numbers.get(dyad.state), numbers.get(dyad.other)) for dyad in found), DYADS, arguments)
    return 0
