"""Answers as blocks: the verdict, the sentence, the reason, and the sentences on both sides with their origins."""

from collections.abc import Iterator, Sequence
from typing import Final

from foedus.cli.tables.disputes import COLUMNS, wrapped
from foedus.model import Answer, Reply, Witness
from foedus.report.dates import edtf_words
from foedus.report.index import Index
from foedus.report.phrases import origin_words, readable

_MOST: Final = 4
"""Most witnesses of a side that are shown; how many more there are is said."""
_EDGE: Final = "    "


def answer_lines(answers: Sequence[Answer], index: Index, width: int | None) -> Iterator[str]:
    """One block for each sentence, an empty line between two."""
    for n, answer in enumerate(answers):
        if n:
            yield "\n"
        yield from _block(answer, index, min(width or COLUMNS, COLUMNS))


def _block(answer: Answer, index: Index, width: int) -> Iterator[str]:
    yield from wrapped(f"{index.words.answers[answer.verdict]}: {answer.sentence}", width)
    yield from wrapped(readable(answer.reason, index), width, "  ")
    for reply in answer.replies:
        if len(answer.replies) > 1 and reply.claim:
            yield from wrapped(f"{index.words.answers[reply.verdict]}: “{reply.claim.evidence.text}”", width, "  ")
            yield from wrapped(readable(reply.reason, index), width, _EDGE)
        yield from _sides(reply, index, width)
    if answer.assumed:
        yield from wrapped(index.words.text["taken_of"].format(treaty=index.names.of(answer.assumed)), width, "  ")
    for line in answer.filed:
        yield from wrapped(index.words.text["file_has"].format(line=line), width, "  ")


def _sides(reply: Reply, index: Index, width: int) -> Iterator[str]:
    for mark, side in (("+", reply.backing), ("-", reply.opposing)):
        seen = list({(w.article, w.sentence): w for w in side}.values())
        for witness in seen[:_MOST]:
            yield from wrapped(f"{mark} {_source(witness, index)}: “{witness.sentence}”", width, "  ", _EDGE)
        if len(seen) > _MOST:
            more = index.words.text["and_more"].format(n=len(seen) - _MOST)
            yield from wrapped(f"{mark} … {more}", width, "  ", _EDGE)


def _source(witness: Witness, index: Index) -> str:
    """``2024-06-20-firma.txt, 20 June 2024 (KCNA)``; the origin where it is not the article itself."""
    others = [o for o in witness.origins if o != f"article:{witness.article}"]
    dated = f", {edtf_words(witness.published, index.words)}" if witness.published else ""
    named = ", ".join(origin_words(o, index) for o in others)
    return f"{witness.article}{dated}" + (f" ({named})" if named else "")
