"""Disputes as blocks: what is disputed, the verdict, each side with its origins, and the reason once."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from foedus.export import clean
from foedus.model import Dispute, Side
from foedus.report.disputes import reason_words, side_words
from foedus.report.index import Index
from foedus.report.judgements import dispute_rulings
from foedus.report.phrases import event_sentence, origin_words, plain

COLUMNS: Final = 100
"""Width of text for people where no terminal gives a smaller one."""


def dispute_lines(disputes: Sequence[Dispute], index: Index, width: int | None) -> Iterator[str]:
    """One block for each dispute, an empty line between two."""
    for n, dispute in enumerate(disputes):
        if n:
            yield "\n"
        yield from _block(dispute, index, min(width or COLUMNS, COLUMNS))


def _block(dispute: Dispute, index: Index, width: int) -> Iterator[str]:
    words, event = index.words, index.events.get(dispute.event)
    field = words.fields.get(dispute.field, dispute.field)
    yield from wrapped(f"{dispute.id}  {field}: {words.verdicts.get(dispute.verdict, dispute.verdict)}", width)
    told = f"{plain(event_sentence(event, index))} ({event.id})" if event else dispute.event
    yield from wrapped(told, width, "  ")
    for side in dispute.sides:
        yield from wrapped(_side(side, dispute.field, index), width, "  - ", "    ")
    yield from wrapped(reason_words(dispute, index), width, "  ")
    for line in dispute_rulings(dispute, index):
        yield from wrapped(line, width, "  * ", "    ")


def _side(side: Side, field: str, index: Index) -> str:
    """``11 November 2024 — 2 claims, 2 origins (KCNA, a.txt)``; an article that rests on nobody is its own origin."""
    value = side_words(side.value, field, index.known(side.claims), index)
    held = f"{index.words.count(len(side.claims), 'claim')}, {index.words.count(len(side.origins), 'origin')}"
    origins = ", ".join(
        origin.removeprefix("article:") if origin.startswith("article:") else origin_words(origin, index)
        for origin in side.origins
    )
    return f"{value} — {held}" + (f" ({origins})" if origins else "")


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Lines of at most ``width`` columns, cut at spaces; a word that is longer stands alone."""
    lines = textwrap.wrap(
        clean(text),
        max(width, 40),
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from (f"{line}\n" for line in lines)
