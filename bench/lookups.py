"""Questions to the shipped treaty files, once the packs are loaded: ``python bench/lookups.py``."""

import datetime as dt
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final

from foedus import casus
from foedus.model import FoedusError
from foedus.packs.areas import load_areas
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.standing import status_on
from speed import Row

DAYS: Final = (None, dt.date(1990, 1, 1), dt.date(2024, 11, 20), dt.date(2025, 10, 2))
ATTACKS: Final = ("UKR:RUS", "PRK:KOR", "CHN:PHL", "RUS:FIN", "IND:PAK")


def rows() -> Iterator[Row]:
    """The median and the slowest answer, in milliseconds."""
    treaties = load_treaties()
    load_world()
    load_areas()
    stood = [_milliseconds(lambda t=t, on=on: status_on(t, on)) for t in treaties for on in DAYS]  # type: ignore[misc]
    day = dt.date(2025, 1, 10)
    owed = [_milliseconds(lambda a=a: casus.duties(casus.attack_of(a, day))) for a in ATTACKS]  # type: ignore[misc]
    for what, taken in (("status, each treaty on four days", stood), ("duties, five attacks", owed)):
        yield f"foedus {what}", f"{statistics.median(taken):.1f} ms", f"slowest {max(taken):.1f} ms, after start-up"


def _milliseconds(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    # A day before the first act is refused, and timed all the same.
    with suppress(FoedusError):
        ask()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    for what, figure, note in rows():
        print(f"{what:68} {figure:>16}  {note}")
