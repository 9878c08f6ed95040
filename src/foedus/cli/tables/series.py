"""Series as blocks: what is counted, of whom and where, then figure by figure the day and who gives it."""

from collections.abc import Iterator, Sequence

from foedus.cli.tables.disputes import COLUMNS, wrapped
from foedus.model import Series
from foedus.report.dates import edtf_words
from foedus.report.index import Index
from foedus.report.phrases import origin_words, quantity_words


def series_lines(series: Sequence[Series], index: Index, width: int | None) -> Iterator[str]:
    """One block for each series, an empty line between two."""
    for n, one in enumerate(series):
        if n:
            yield "\n"
        yield from _block(one, index, min(width or COLUMNS, COLUMNS))


def _block(one: Series, index: Index, width: int) -> Iterator[str]:
    words = index.words
    label = words.types[one.type].label if one.type in words.types else one.type
    where = index.names.of(one.place) if one.place else ""
    to = [index.names.of(target) for target in one.targets]
    around = ", ".join(filter(None, [index.names.listed(one.actors), where, words.listed(to)]))
    yield from wrapped(f"{one.id}  {label}: {around}", width)
    for point in one.points:
        day = edtf_words(point.as_of, words) if point.as_of else words.text["unknown_date"]
        names = ", ".join(
            name.removeprefix("article:") if name.startswith("article:") else origin_words(name, index)
            for name in point.origins
        )
        held = words.count(len(point.origins), "origin")
        told = f"{day}: {quantity_words(point.quantity, index)} — {held}" + (f" ({names})" if names else "")
        yield from wrapped(told, width, "  - ", "    ")
