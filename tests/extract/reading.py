"""Short cuts for the tests of the reader."""

from functools import cache
from pathlib import Path
from typing import Final

from foedus.extract import extract
from foedus.extract.attachment import attach
from foedus.extract.chunker import Chunker
from foedus.extract.chunks import Chunk
from foedus.extract.lexicon import Lexicon, load_lexicon
from foedus.extract.marks import Marked, mark
from foedus.extract.reader import _Article
from foedus.model import Interval, Reading, Span
from foedus.packs.language import load_language
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.read import article_from_text

DATA: Final = Path(__file__).parents[1] / "data"


@cache
def italian() -> Lexicon:
    """The shipped lexicon."""
    return load_lexicon("it")


@cache
def invented() -> Lexicon:
    """Italian words over the invented world."""
    return Lexicon(load_language("it"), load_world((DATA / "world_ald",)), load_treaties((DATA / "treaties_ald",)))


def marked(text: str, anchor: str | None = None) -> Marked:
    """One sentence with its marks."""
    return mark(text, Span(0, len(text)), italian(), Interval.parse(anchor) if anchor else None)


def chunks(text: str) -> list[Chunk]:
    """One sentence as chunks, before anything is attached."""
    return Chunker(italian().language).chunks(marked(text))


def row(text: str) -> list[Chunk]:
    """One sentence as chunks with what hangs on them, which may be fewer."""
    return attach(chunks(text), italian().language)


def read(text: str, published: str | None = None, language: str = "it") -> Reading:
    """The reading of a text as an article."""
    return extract(article_from_text(text, id="a.txt", language=language, published=published))


def read_invented(text: str, published: str | None = None) -> Reading:
    """The same in the invented world."""
    return _Article(article_from_text(text, id="a.txt", language="it", published=published), invented()).read()
