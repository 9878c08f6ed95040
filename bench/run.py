"""Speed and accuracy in one table, measured and never asserted: ``python bench/run.py``.

Speeds are medians of a few runs with warm caches on this machine; the ratio to a peer in the same run says more than
the figure. What needs ../shared, or the peer, is left out where that is absent.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import clusters
import lookups
import volume
from accuracy import accuracy
from outside import tallies
from speed import SEEDS, Row, speed
from suites.tally import DATA

RUNS: Final = 3


def main() -> None:
    """Prints the table."""
    print(f"{'what':68} {'figure':>16}  note")
    for part in (speed, process_times, lookups.rows, accuracy, clusters.rows, volume.rows, outside):
        for what, figure, note in part():
            print(f"{what:68} {figure:>16}  {note}", flush=True)


def outside() -> Iterator[Row]:
    """Cases that others wrote, compared as bench/suites tells; bench/outside.py lists what fails."""
    if not DATA.is_dir():
        yield "cases of others", "left out", f"no {DATA}"
        return
    for found in tallies():
        total = len(found.scope())
        if total:
            note = f"{found.share():.1%}, {len(found.cases) - total} left out"
            yield f"{found.suite}, {found.language}", f"{found.right()} of {total}", note


def process_times() -> Iterator[Row]:
    """Whole processes, with their start."""
    yield "foedus --help", f"{_process('--help'):.2f} s", "whole process"
    if not list(SEEDS.glob("*.txt")):
        yield "foedus dossier", "left out", f"no articles in {SEEDS}"
        return
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "dossier.html"
        taken = _process("dossier", str(SEEDS), "-o", str(target))
        size = target.stat().st_size // 1024 if target.exists() else 0
        yield "foedus dossier, five articles", f"{taken:.2f} s", f"whole process, {size} KiB written"


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _median(work: Callable[[], object]) -> float:
    return statistics.median(_seconds(work) for _ in range(RUNS))


def _process(*arguments: str) -> float:
    command = [sys.executable, "-m", "foedus", *arguments]
    return _median(lambda: subprocess.run(command, capture_output=True, check=True))


if __name__ == "__main__":
    main()
