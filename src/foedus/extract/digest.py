"""News in brief: items of different matters on one page, each read as an article of its own."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from foedus.extract.sentences import Sentence, kicker
from foedus.model import Article

# So many items with different openings make a digest; a report with a second dateline is none.
_ITEMS: Final = 3


def items(article: Article, sentences: Sequence[Sentence]) -> list[Sequence[Sentence]]:
    """The sentences of each item with its heading, and first those above all items; one row if it is no digest."""
    starts: list[int] = []
    openings: set[str] = set()
    for n, sentence in enumerate(sentences):
        if n and sentence.paragraph == sentences[n - 1].paragraph:
            continue
        opening = _opening(article, sentence)
        if opening:
            starts.append(n - 1 if n > 1 and sentences[n - 1].origin in ("headline", "subhead") else n)
            openings.add(opening)
    if len(openings) < _ITEMS:
        return [sentences]
    bounds = [*([0] if starts[0] else []), *starts, len(sentences)]
    return [sentences[a:b] for a, b in pairwise(bounds)]


def _opening(article: Article, sentence: Sentence) -> str:
    """What the first sentence of an item has before it: a dateline, or capitals; empty for no new item."""
    before = article.parts[sentence.paragraph - 1] if sentence.paragraph else None
    if before is not None and before.kind == "dateline" and before.reason == "dateline":
        return before.span.of(article.text).strip()
    return kicker(sentence.span.of(article.text))
