"""The copy graph as blocks: who copied whom, how much, and the passages one above the other."""

from collections.abc import Iterator, Sequence
from typing import Final

from foedus.cli.tables.disputes import COLUMNS, wrapped
from foedus.export import CopyText
from foedus.report.index import Index
from foedus.report.phrases import origin_words

_LONGEST: Final = 260
"""Most characters of a passage that are shown; the other formats have all of it."""


def copy_lines(copies: Sequence[CopyText], index: Index, width: int | None) -> Iterator[str]:
    """One block for each pair, an empty line between two; a passage that is the same in both stands once."""
    columns = min(width or COLUMNS, COLUMNS)
    for n, copy in enumerate(copies):
        if n:
            yield "\n"
        yield from wrapped(_head(copy, index), columns)
        for passage in copy.passages:
            one, other = _shown(passage.earlier.text), _shown(passage.later.text)
            if one == other:
                yield from wrapped(one, columns, "  = ", "    ")
            else:
                yield from wrapped(one, columns, "  < ", "    ")
                yield from wrapped(other, columns, "  > ", "    ")


def _head(copy: CopyText, index: Index) -> str:
    named = {"earlier": copy.earlier, "later": copy.later, "share": f"{copy.share:.0%}"}
    told = index.words.copies[copy.kind].format(**named, source=_source(copy.source, index))
    return f"{told}; {index.words.count(len(copy.passages), 'sentence' if copy.kind == 'credit' else 'passage')}"


def _source(source: str, index: Index) -> str:
    return origin_words(source, index) if "+" in source else index.names.inside(source) if source else ""


def _shown(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rpartition(" ")[0] + " …"
