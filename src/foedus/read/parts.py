"""What each stretch of a text is: headline, subhead, body, caption, dateline or furniture."""

import re
from collections import Counter
from typing import Final

from foedus.model import Part, Span
from foedus.read.dates import has_clock, has_ordinal, is_clock
from foedus.read.lines import paragraphs, word_count
from foedus.read.pieces import DECK_WORDS, Piece, bare, name_like, pieces_of

_ARTICLE: Final = 60
_SITE = re.compile(r"\s*[|–—•·:-]\s*\S")
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪■●]|\(?\d{1,2}[.)]|[a-z]\))\s+")


def parts_of(
    text: str, title: str | None = None, start: int = 0, captions: frozenset[str] = frozenset()
) -> tuple[Part, ...]:
    """The parts of ``text`` in order.

    ``title`` is the headline and ``captions`` are lines under pictures, where the page says so; what lies before
    ``start`` is the file's own front matter.
    """
    pieces = [piece for paragraph in paragraphs(text) for piece in pieces_of(paragraph)]
    for piece in pieces:
        if piece.start < start:
            piece.set("furniture", "front_matter")
            piece.opens = None
        elif piece.text in captions and piece.kind is None:
            piece.set("caption", "figure")
    _follow_openers(pieces)
    _repeats(pieces)
    first = _top(pieces, title)
    _bottom(pieces, first)
    _middle(pieces, first)
    return tuple(Part(Span(p.start, p.end), p.kind or "body", p.reason) for p in pieces)


def _follow_openers(pieces: list[Piece]) -> None:
    """Carry a heading of furniture on to the lines below it."""
    sentences, words, left = 0, 0, 0
    opener: Piece | None = None
    for piece in pieces:
        prose = piece.kind is None and piece.prose()
        if piece.kind is None and not piece.short():
            sentences, words = sentences + 1, words + piece.words
        if opener and opener.opens == "rest":
            piece.set("furniture", piece.reason if piece.kind == "furniture" else opener.reason)
        elif opener and (prose or left <= 0 or (left == 1 and piece.gap and not piece.short())):
            opener = None
        elif opener and piece.kind in (None, "caption"):
            piece.set("furniture", opener.reason)
            left -= 1
        # Above the text a link to the comments stands alone; below it they and their form follow to the end.
        begins = sentences > 1 or words >= _ARTICLE if piece.opens == "rest" else piece.opens is not None
        if begins and (opener is None or opener.opens != "rest"):
            opener, left = piece, 1 if piece.opens == "one" else len(pieces)


def _repeats(pieces: list[Piece]) -> None:
    """Short lines that come again are templates; the first one stays, for it may be a headline or a subhead."""
    lines = [piece for piece in pieces if piece.kind is None and piece.headlike()]
    counts = Counter(piece.text.casefold() for piece in lines)
    seen: set[str] = set()
    for piece in lines:
        key = piece.text.casefold()
        if key in seen or (counts[key] > 2 and piece.words < 4):
            piece.set("furniture", "repeated")
        seen.add(key)


def _top(pieces: list[Piece], title: str | None) -> int:
    """Find the headline and clear what stands above and right below it; the index of the first body line."""
    body = _first_body(pieces)
    if body:
        _page_title(pieces[:body])
    head = [n for n in range(body) if pieces[n].kind is None and pieces[n].short()]
    if not head and title and body < len(pieces) and _same(pieces[body].text, title):
        pieces[body].set("headline")
        return body
    best = _headline(pieces, head, title)
    for n, piece in enumerate(pieces[: body if best is None else best]):
        if piece.reason == "date_line" and is_clock(piece.text) and not (n and _edition(piece, pieces[n - 1])):
            piece.set("furniture", "page_clock")
        elif piece.kind is None:
            piece.set("furniture", "masthead" if _masthead(pieces, n) else "above_headline")
    if best is None:
        return body
    pieces[best].set("headline")
    for n in head:
        piece = pieces[n]
        if n > best and not piece.titled() and piece.words <= 3:
            piece.set("furniture", "kicker")
        elif n > best and piece.words <= DECK_WORDS:
            piece.set("subhead", "" if piece.titled() else "deck")
    return body


def _page_title(pieces: list[Piece]) -> None:
    """A first line that is the headline below it with the site's name behind."""
    first, *rest = [piece for piece in pieces if piece.kind is None][:20] or pieces[:1]
    for piece in rest:
        longer = len(piece.text) > 15 and first.text.startswith(piece.text)
        if longer and _SITE.match(first.text, len(piece.text)):
            first.set("furniture", "page_title")


def _headline(pieces: list[Piece], head: list[int], title: str | None) -> int | None:
    """The line that is the page's title, else the first of four words and more that is no paper's name."""
    named = [n for n in head if title and _same(pieces[n].text, title)]
    if named or not head:
        return named[0] if named else None
    long = [n for n in head if pieces[n].words >= 4]
    proper = [n for n in long if n == long[-1] or not _masthead(pieces, n)]
    return proper[0] if proper else head[-1]


def _masthead(pieces: list[Piece], n: int) -> bool:
    """A paper's name over its date or sections."""
    below = pieces[n + 1] if n + 1 < len(pieces) else None
    return name_like(pieces[n].text) and below is not None and below.kind in ("furniture", "dateline")


def _edition(piece: Piece, above: Piece) -> bool:
    """The head of a printed page: under the paper's name its section and day ("Esteri – giovedì 20 giugno 2024")."""
    return above.reason == "masthead" and piece.words >= 3 and not has_clock(piece.text) and not has_ordinal(piece.text)


def _first_body(pieces: list[Piece]) -> int:
    """The first paragraph of running text: a long one, or any sentence, one of four words before a shorter one."""
    open_ = [n for n, piece in enumerate(pieces) if piece.kind is None and (piece.prose() or not piece.short())]
    return next((n for n in open_ if pieces[n].words >= 4), open_[0] if open_ else len(pieces))


def _same(line: str, title: str) -> bool:
    return " ".join(bare(line).split()).casefold() == " ".join(bare(title).split()).casefold()


def _bottom(pieces: list[Piece], first: int) -> None:
    """Short lines below the last sentence are the page's, not the article's."""
    last = max((n for n, piece in enumerate(pieces) if piece.kind is None and not piece.short()), default=-1)
    cut = last >= 0
    for piece in pieces[max(last + 1, first + 1) :]:
        cut = cut and piece.kind is None and not piece.headlike()  # a paragraph that somebody cut short
        if piece.kind is None and last >= 0 and not cut:
            piece.set("furniture", "below_article")


def _middle(pieces: list[Piece], first: int) -> None:
    """Between the first and the last sentence: subheads, lists of links, pictures, body."""
    last = next((piece for piece in reversed(pieces) if piece.kind is None), None)
    opening = True
    above = ""
    run: list[Piece] = []
    for n, piece in enumerate(pieces[first:], first + 1):
        if piece.kind is not None:
            continue
        below = pieces[n].text if n < len(pieces) else ""
        if piece.headlike() and not _listed(piece.text, above, below):
            run.append(piece)
            above = ""
            continue
        _close(run)
        run = []
        signed = opening and piece.reason == "agency_tag" and piece is not last and piece.words <= 40
        opening = False
        piece.set("caption" if signed else "body", "agency_tag" if signed else "")
        above = piece.text
    _close(run)


def _close(run: list[Piece]) -> None:
    """One or two short lines in a row are subheads, more are links."""
    for piece in run:
        if len(run) >= 3 and not piece.titled():
            piece.set("furniture", "link_list")
        else:
            piece.set("subhead")


def _listed(text: str, above: str, below: str) -> bool:
    """An introduction to a list, or an item of the list that the body line ``above`` introduces or belongs to."""
    if text.endswith((":", ";")) and (word_count(text) >= 5 or _BULLET.match(below)):
        return True
    return bool(_BULLET.match(text)) and (above.endswith((":", ";")) or bool(_BULLET.match(above)))
