"""Sentences of an article's parts, with the quotations that run through them."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import msgspec

from foedus.model import Article, Part, Span, When

_END = re.compile(r"\n\s*\n|(?:(?<![.!?])[.!?]++|(?<!\[)…)[\"'”’»)\]]*(?=\s|$)")
# More characters than any sentence of news has; what is longer is a table, a list or damage, and is cut.
_LONGEST = 3_000
_NEXT = re.compile(r"\S")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.]*)\.$")
_WORD = re.compile(r"[^\W\d_]+")
# "BÉLARUS-RUSSIE. Le traité …": the capitals with which a short item of a digest says what it is about.
_KICKER = re.compile(r"[^\W\d_a-zà-öø-ÿ]{3,}(?:[ ,–-]+[^\W\d_a-zà-öø-ÿ]{2,}){0,4}\.")
_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"'}
_OPENING = re.compile(f"[{''.join(_PAIRS)}]")


class Sentence(msgspec.Struct, frozen=True):
    """A sentence: its span, the role of its part, its paragraph, and the date of a live blog's entry around it."""

    span: Span
    origin: str
    paragraph: int
    when: When | None = None


class Quote(msgspec.Struct, frozen=True):
    """A quotation, marks included. ``closed`` is False when its end is missing and the paragraph's end was taken."""

    span: Span
    closed: bool = True


def sentences(
    article: Article,
    abbreviations: frozenset[str],
    openers: frozenset[str] = frozenset(),
    days: Mapping[int, When] = MappingProxyType({}),
) -> Iterator[Sentence]:
    """Every sentence outside furniture and datelines, in order.

    ``openers`` are words with which a sentence begins even after an abbreviation ("Marcos Jr. The pact …"); ``days``
    are the parts that date what is below them.
    """
    when: When | None = None
    for number, part in enumerate(article.parts):
        if part.kind == "dateline":
            when = part.when or when
        when = days.get(number, when)
        if part.kind in ("furniture", "dateline"):
            continue
        for span in _split(article.text, part, abbreviations, openers):
            yield Sentence(span, part.kind, number, when)


def kicker(text: str) -> str:
    """The capitals with which a sentence opens an item of a digest, empty for none."""
    found = _KICKER.match(text)
    return found[0] if found is not None and found[0].isupper() else ""


def _split(text: str, part: Part, abbreviations: frozenset[str], openers: frozenset[str]) -> Iterator[Span]:
    start, end = part.span.start, part.span.end
    for found in _END.finditer(text, start, end):
        if text[found.start()] != "\n" and not _ends(text, found, start, end, abbreviations, openers):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, end)


def _ends(
    text: str,
    found: "re.Match[str]",
    start: int,
    end: int,
    abbreviations: frozenset[str],
    openers: frozenset[str],
) -> bool:
    """No end where a small letter follows, after an initial or abbreviation, or after an item's capitals."""
    following = _NEXT.search(text, found.end(), end)
    after = following[0] if following else ""
    if after.islower():
        return False
    if text[found.start()] != "." or not after:
        return True
    kicker = _KICKER.fullmatch(text, start, found.start() + 1)
    if kicker is not None and kicker[0].isupper():
        return False
    before = _WORD_BEFORE.search(text[max(start, found.start() - 20) : found.start() + 1])
    if not before:
        return True
    word = before[1]
    follows = _WORD.match(text, following.start(), end) if following else None
    if follows and len(follows[0]) > 1 and follows[0].lower() in openers:
        return True
    return not (len(word) == 1 and word.isupper()) and word.lower() not in abbreviations


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST:
        cut = _cut(text, start)
        yield from _bare(text, start, cut)
        start = cut
    yield from _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> Iterator[Span]:
    """Without blanks around it; nothing where no letter or digit is in it."""
    piece = text[start:end].strip()
    if piece[:1].isalnum() or any(map(str.isalnum, piece)):
        first = text.find(piece[0], start)  # what goes before it is blank
        yield Span(first, first + len(piece))


def _cut(text: str, start: int) -> int:
    """Where to cut what is too long to be a sentence: after a semicolon, else a comma, else a blank, else anywhere."""
    last = start + _LONGEST
    marks = (text.rfind(mark, start + _LONGEST // 2, last) for mark in (";", ",", " ", "\n"))
    return next((at + 1 for at in marks if at >= 0), last)


def quotations(text: str, part: Span) -> tuple[Quote, ...]:
    """Quotations of one paragraph. A mark that never closes ends with the paragraph."""
    found: list[Quote] = []
    opening = _OPENING.search(text, part.start, part.end)
    while opening:
        at = opening.start()
        end = text.find(_PAIRS[opening[0]], at + 1, part.end)
        found.append(Quote(Span(at, end + 1 if end >= 0 else part.end), end >= 0))
        opening = _OPENING.search(text, found[-1].span.end, part.end)
    return tuple(found)
