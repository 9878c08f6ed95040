"""Candidates as blocks: how near, what keeps them apart, both sentences, and the judgement that would merge them."""

from collections.abc import Iterator, Sequence

from foedus.cli.tables.disputes import COLUMNS, wrapped
from foedus.model import Candidate
from foedus.report.index import Index
from foedus.report.phrases import event_sentence, plain


def candidate_lines(found: Sequence[Candidate], index: Index, width: int | None) -> Iterator[str]:
    """One block for each pair, an empty line between two."""
    room = min(width or COLUMNS, COLUMNS)
    for n, pair in enumerate(found):
        if n:
            yield "\n"
        apart = [index.words.fields.get(field, field) for field in pair.apart]
        kept = f"apart: {index.words.listed(apart)}" if apart else "nothing on file keeps them apart"
        yield from wrapped(f"{pair.similarity:.2f}  {kept}", room)
        for id_, sentence in zip((pair.one, pair.other), pair.sentences, strict=True):
            event = index.events.get(id_)
            told = f"{plain(event_sentence(event, index))} ({id_})" if event else id_
            yield from wrapped(told, room, "  ")
            yield from wrapped(f"“{sentence}”", room, "    ")
        yield from wrapped(f"foedus judge merge {pair.one} {pair.other} --ledger FILE", room, "  > ", "    ")
