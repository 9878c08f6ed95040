"""Accuracy on the seeds and on each batch of the corpus: rows of ``bench/run.py``; alone: ``python bench/accuracy.py``.

A claim is found (detect) when type and evidence fit, right (core) when who, to whom and which treaty fit too, and
wholly right (full) when every other field does.
"""

from collections.abc import Iterator
from typing import Final

from plain import tally
from scoring import SEEDS, Batch, corpus, figures, lacking

GROUPS: Final = ("fact", "speech")
LEVELS: Final = ("detect", "core", "full")
Row = tuple[str, str, str]


def accuracy() -> Iterator[Row]:
    """F1 with precision and recall, by batch, group and level."""
    for batch in (SEEDS, *corpus()):
        missing = lacking(batch)
        if not missing:
            yield from _rows(batch)
            continue
        yield f"{batch.language} {batch.name}, fact", "left out", missing
        if batch is not SEEDS:
            yield from _plain(batch)


def _plain(batch: Batch) -> Iterator[Row]:
    facts = tally([batch])
    for level, right in (("found", False), ("right", True)):
        p, r = facts.precision(right), facts.recall(right)
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        note = f"P {p:.3f}, R {r:.3f}, {facts.gold} in the reference, by the plain measure"
        yield f"{batch.language} {batch.name}, fact, {level} F1", f"{f1:.3f}", note


def _rows(batch: Batch) -> Iterator[Row]:
    found = figures(batch)
    for group in GROUPS:
        measures = found["groups"][group]
        for level in LEVELS:
            p, r, f1 = (measures[f"{level}_{kind}"] for kind in ("p", "r", "f1"))
            what = f"{batch.language} {batch.name}, {group}, {level} F1"
            yield what, f"{f1:.3f}", f"P {p:.3f}, R {r:.3f}, {measures['gold']} in the reference"


if __name__ == "__main__":
    for what, figure, note in accuracy():
        print(f"{what:44} {figure:>16}  {note}", flush=True)
