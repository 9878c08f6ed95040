"""What a large ledger costs: ``python bench/volume.py [CLAIMS]`` (default 1,000,000; a tenth of it beside).

Seconds are of the process, not of the clock, and say something of this machine; what counts is the ratio of the large
ledger to the small one, the largest memory of the process, and what one article more costs in each.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from crowds import readings
from foedus.answers import answer
from foedus.kept import LedgerIndex
from foedus.ledger import Ledger, open_ledger
from foedus.model import Reading
from foedus.upkeep import refresh
from foedus.verify import MemoryIndex

CLAIMS: Final = 1_000_000
SOME: Final = 50_000
"""Claims in ``make bench``, which is not to take half an hour."""
SAID: Final = (
    "France has sent 4,000 soldiers to Poland.",
    "Italy and Japan signed a treaty in May 2019.",
    "Germany has not supplied arms to Kenya.",
)
_MORE: Final = 5


def main() -> None:
    """Prints the table."""
    claims = int(sys.argv[1].replace(",", "")) if sys.argv[1:] else CLAIMS
    for what, figure, note in rows(claims):
        print(f"{what:68} {figure:>16}  {note}", flush=True)


def rows(claims: int = SOME) -> Iterator[tuple[str, str, str]]:
    """The table's rows for a ledger of so many claims, with their ratio to one of a tenth."""
    with tempfile.TemporaryDirectory() as folder:
        small = dict(costs(claims // 10, Path(folder) / "small.foedus.db"))
        for what, figure in costs(claims, Path(folder) / "large.foedus.db"):
            note = f"{small[what]:.3f} with {claims // 10:,}: x {figure / max(small[what], 1e-9):.2f}"
            yield f"ledger of {claims:,} claims, {what}", f"{figure:.3f}", note


def costs(claims: int, path: Path) -> Iterator[tuple[str, float]]:
    """Seconds and MiB for a ledger of so many claims."""
    with open_ledger(path, create=True) as ledger:
        yield "stored, s", _seconds(lambda: _store(ledger, claims))
        yield "reconciled, s", _seconds(lambda: refresh(ledger))
        yield "largest memory of the process so far, MiB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        more = list(readings(10 * _MORE, seed=7))
        yield "one article more, s", max(_seconds(partial(_add, ledger, one)) for one in more)
        for said in SAID:  # packs are loaded once, whatever the ledger holds
            answer(said, MemoryIndex((), (), ()), language="en")
        yield "one sentence checked, s", max(_seconds(partial(_check, ledger, said)) for said in SAID)
    yield "file, MiB", path.stat().st_size / 2**20


def _check(ledger: Ledger, sentence: str) -> None:
    answer(sentence, LedgerIndex(ledger), language="en")


def _store(ledger: Ledger, claims: int) -> None:
    for reading in readings(claims):
        ledger.add(reading)


def _add(ledger: Ledger, reading: Reading) -> None:
    article = replace(reading.article, id=f"more {reading.article.id}")
    ledger.add(replace(reading, article=article))
    refresh(ledger)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
