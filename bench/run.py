"""Speed and accuracy in one table, measured and never asserted: ``python bench/run.py``.

Speeds are medians of a few runs with warm caches on this machine; the ratio to a peer that does less work in the same
run says more than the figure. What needs ../shared is left out where that is absent.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import simplemma

from accuracy import Row, accuracy
from foedus.extract import extract
from foedus.model import Article
from foedus.read import article_from_text

SHARED: Final = Path(__file__).resolve().parents[2] / "shared"
NEWS: Final = SHARED / "data" / "wikinews-it" / "sentences.txt"
SEEDS: Final = SHARED / "seeds"
SAMPLE: Final = 600
BLOCK: Final = 20
RUNS: Final = 3


def main() -> None:
    """Prints the table."""
    print(f"{'what':44} {'figure':>16}  note")
    for part in (reading_speed, process_times, accuracy):
        for what, figure, note in part():
            print(f"{what:44} {figure:>16}  {note}", flush=True)


def reading_speed() -> Iterator[Row]:
    """Sentences a second of the reader on news about anything, beside lemmatising alone."""
    if not NEWS.exists():
        yield "reader", "left out", f"no {NEWS}"
        return
    sentences = NEWS.read_text(encoding="utf-8").splitlines()
    step = max(1, len(sentences) // SAMPLE)
    sample = [s for s in sentences[::step] if s.strip()][:SAMPLE]
    articles = list(_articles(sample))
    first = _seconds(lambda: extract(articles[0]))
    text = "\n".join(sample)
    simplemma.text_lemmatizer("riscaldamento", lang="it")
    ours = _median(lambda: [extract(a) for a in articles])
    peer = _median(lambda: simplemma.text_lemmatizer(text, lang="it"))
    readings = [extract(a) for a in articles]
    claims = sum(len(r.claims) for r in readings)
    count = sum(r.balance.sentences for r in readings)
    yield "reader, first article with loading", f"{first:.2f} s", "language, world and treaty packs"
    yield "reader", f"{count / ours:,.0f} sent/s", f"{count} sentences of Wikinews, {claims} claims in them"
    yield "simplemma, lemmas only", f"{count / peer:,.0f} sent/s", "the same text"
    yield "reader / simplemma", f"{ours / peer:.1f} x", "time of the one over time of the other"


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


def _articles(sentences: list[str]) -> Iterator[Article]:
    for n in range(0, len(sentences), BLOCK):
        yield article_from_text(
            "\n\n".join(sentences[n : n + BLOCK]), id=f"{n}.txt", language="it", published="2012-06-01"
        )


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
