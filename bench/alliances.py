"""Outside data on alliances (../shared/data/alliances, not in the repository): where it lies, and how it is read."""

import csv
import gzip
import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from foedus.datasets import import_tables
from foedus.model import Treaty
from foedus.packs.world import World, load_world

ALLIANCES: Final = Path(__file__).resolve().parents[2] / "shared" / "data" / "alliances"
ABSENT: Final = f"no data on alliances in {ALLIANCES}"
STATES: Final = ("cow-states.csv", "COW-country-codes.csv")
KINDS: Final = ("defense", "offense", "neutrality", "nonaggression", "consultation")


@cache
def atop() -> tuple[Mapping[str, Treaty], World]:
    """ATOP's alliances as treaties, and the world with their states."""
    made = import_tables("atop", [ALLIANCES / name for name in ("atop-member-level.csv", *STATES)])
    world = load_world()
    states = {**world.states, **{state.id: state for state in made.states}}
    return {t.id: t for t in made.treaties}, World(states, {}, world.organisations, {}, world.places)


def numbers() -> dict[str, int]:
    """State → its number in the Correlates of War."""
    return {state.id: state.cow.number for state in atop()[1].states.values() if state.cow}


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file, whatever its line ends, gzip or not."""
    path = ALLIANCES / name
    data = gzip.decompress(path.read_bytes()) if name.endswith(".gz") else path.read_bytes()
    yield from csv.DictReader(io.StringIO(data.decode("utf-8", "replace"), newline=""))
