"""The count of a vote without a verb of its own, set as an aside into a sentence."""

from typing import Final

from foedus.extract.chunks import Chunk
from foedus.extract.marks import Marked

# what it may be made of
_ASIDE: Final = ("np", "other", "punct", "conj")


def with_asides(row: list[Chunk], marked: Marked) -> list[Chunk]:
    """The row in which the count of a vote that has no verb of its own is one aside ("by 287 votes to 55", "(71-26)").

    Commas or brackets on both sides of it are part of it.
    """
    for tally in marked.tallies:
        starts = {marked.tokens[c.first].start: n for n, c in enumerate(row)}
        ends = {marked.tokens[c.last - 1].end: n for n, c in enumerate(row)}
        first, last = starts.get(tally.span.start), ends.get(tally.span.end)
        if first is None or last is None:
            continue
        around = (row[first - 1].words if first else (), row[last + 1].words if last + 1 < len(row) else ())
        closed = around in (((",",), (",",)), (("(",), (")",)))
        if any(c.kind not in _ASIDE and not (closed and _loose(c)) for c in row[first : last + 1]):
            continue
        first, last = (first - 1, last + 1) if closed else (first, last)
        words = " ".join(t.low for t in marked.tokens[row[first].first : row[last].last])
        row[first : last + 1] = [Chunk("other", row[first].first, row[last].last, words=(words,))]
    return row


def _loose(chunk: Chunk) -> bool:
    return chunk.verb is not None and not chunk.verb.finite
