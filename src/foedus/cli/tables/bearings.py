"""Conduct as blocks: each reported event with who reports it, and below it the norms that speak on it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from foedus.cli.tables.disputes import COLUMNS, wrapped
from foedus.export import clean
from foedus.model import Bearing, Bond
from foedus.report.bearings import heading_of, norm_line, remark_line, remarks_of, told_of
from foedus.report.index import Index
from foedus.report.phrases import in_words, readable

_MARKS: Final = {"met": "+", "unmet": "-", "open": "?", None: "·"}


def bearing_lines(found: Sequence[Bearing], index: Index, width: int | None) -> Iterator[str]:
    """By day and event; of each norm its relation, who is bound by it since when, its conditions and its source."""
    room = min(width or COLUMNS, COLUMNS)
    if not found:
        yield from wrapped(index.words.conduct["none"], room)
    for n, (_, group) in enumerate(groupby(found, key=lambda b: b.event)):
        same = list(group)
        if n:
            yield "\n"
        yield from wrapped(clean(f"{heading_of(same[0], index)} ({same[0].event})"), room, "", "  ")
        yield from wrapped(clean(told_of(same[0], index)), room, "  ", "    ")
        for bearing in same:
            yield from _norm(bearing, index, room)
        for remark in remarks_of(same, index):
            yield from wrapped(clean(remark_line(remark, index)), room, "  ", "    ")


def _norm(bearing: Bearing, index: Index, room: int) -> Iterator[str]:
    yield from wrapped(clean(norm_line(bearing, index)), room, "  → ", "    ")
    words = index.words
    language = words.language if words.language in bearing.text else next(iter(bearing.text), "")
    if language:
        yield from wrapped(f"In short: {bearing.text[language]}", room, "      ", "      ")
    steps: dict[tuple[str, ...], list[Bond]] = {}
    for bond in bearing.bonds:
        steps.setdefault(bond.because, []).append(bond)
    for because, alike in steps.items():
        told = readable(f"{words.listed([index.names.of(b.state) for b in alike])}: {'; '.join(because)}", index)
        yield from wrapped(clean(told), room, f"      {_MARKS[alike[0].truth]} ", "        ")
    for tried in bearing.conditions:
        told = in_words(f"{tried.text or tried.kind.replace('_', ' ')} — {tried.reason}", index)
        yield from wrapped(clean(told), room, f"      {_MARKS[tried.truth]} ", "        ")
    for key, value in (
        ("occasions", {"events": ", ".join(bearing.occasions)}),
        ("source", {"source": bearing.source}),
        ("default", {"source": bearing.default}),
    ):
        if any(value.values()):
            yield from wrapped(clean(words.conduct[key].format(**value)), room, "      ", "        ")
