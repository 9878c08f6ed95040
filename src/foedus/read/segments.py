"""Cuts inside a paragraph: a dateline before it, a teaser in it, a photo credit at its end."""

import re
from functools import cache
from typing import Final

import msgspec

from foedus.model.article import PartKind
from foedus.read.lead import lead_of
from foedus.read.lines import Paragraph, word_count
from foedus.read.rules import agency_names, credit_data, either, judge, tail_reason, tails

_SENTENCE_END = re.compile(r"[.!?…;:|][\"”»'\)\]]*\s*$|[\"”»\)\]]\s*$")
_NEXT_SENTENCE = re.compile(r"[.!?…][\"”»'\)\]]*\s+(?=[^\W\d_a-zà-ÿ]|[\"“«])")
# a credit or an agency's tag has one of these
_SIGNED: Final = re.compile(r"[:/©(\[]|\s[–-]\s|\svia\s")
_CAPTION_WORDS: Final = 60
_TEASER: Final = 400


class Segment(msgspec.Struct, frozen=True):
    """Part of a paragraph; ``kind`` None is still to be judged."""

    start: int
    end: int
    kind: PartKind | None = None
    reason: str = ""


def segments(paragraph: Paragraph) -> list[Segment]:
    """The paragraph in order, with what its wording alone gives away; without empty pieces."""
    plain = paragraph.plain
    lead = lead_of(plain)
    head = [Segment(0, lead[0], "dateline", lead[1])] if lead else []
    rest = lead[0] if lead else 0
    pieces = head + [piece for part in _tail_cuts(plain, rest) for piece in _credit_cuts(plain, part)]
    out = []
    for piece in pieces:
        text = paragraph.text[piece.start : piece.end]
        start = piece.start + len(text) - len(text.lstrip())
        end = piece.end - (len(text) - len(text.rstrip()))
        if start < end:
            out.append(Segment(paragraph.start + start, paragraph.start + end, piece.kind, piece.reason))
    return out


def _tail_cuts(text: str, start: int) -> list[Segment]:
    """The paragraph from ``start`` on, with the teasers and notices in it cut out, one sentence each."""
    pattern = tails(text)
    if pattern is None:
        return [Segment(start, len(text))]
    out, at = [], start
    for found in pattern.finditer(text, start):
        if found.start() < at or not _stands_alone(text, at, found):
            continue
        end = _teaser_end(text, found)
        if end:
            out += [Segment(at, found.start()), Segment(found.start(), end, "furniture", tail_reason(found))]
            at = end
    return [*out, Segment(at, len(text))]


def _stands_alone(text: str, at: int, found: re.Match[str]) -> bool:
    """Is the match a call of its own, and not words of a sentence ("lo leggi anche tu")?"""
    if found[0][0] in "([":
        return True
    before = text[max(at, found.start() - 12) : found.start()]
    follows = text[found.end() : found.end() + 3].strip()[:1]
    return found[0][0].isupper() and (bool(_SENTENCE_END.search(before)) or follows in tuple(":–—-»>"))


def _teaser_end(text: str, found: re.Match[str]) -> int:
    """To the closing bracket, else to the end; a long rest after the teaser's own sentence is the article again.

    0 when the teaser would be longer than any: then it is none.
    """
    limit = found.end() + _TEASER
    if found[0][0] in "([":
        close = text.find(")" if found[0][0] == "(" else "]", found.end(), limit)
        if close >= 0:
            return close + 1 + (text[close + 1 : close + 2] == ".")
    stop = _NEXT_SENTENCE.search(text, found.end(), limit)
    if stop and word_count(text[stop.end() : stop.end() + 400]) >= 8 and re.search(r"[.!?…][\"”»)]*$", text[-12:]):
        return stop.end()
    return len(text) if len(text) <= limit else stop.end() if stop else 0


def _credit_cuts(text: str, piece: Segment) -> list[Segment]:
    """Caption and credit, or body and agency tag, where the piece ends with one."""
    if piece.kind:
        return [piece]
    body = text[piece.start : piece.end].rstrip()
    shift = piece.start + max(0, len(body) - 160)
    end = body[-160:]
    if not _SIGNED.search(end):
        return [piece]
    credit = _credit().search(end)
    if credit and (left := body[: shift - piece.start + credit.start()]).strip():
        short = word_count(left[:2000]) <= _CAPTION_WORDS and len(_NEXT_SENTENCE.findall(left[:2000])) <= 2
        kind: PartKind | None = "caption" if short and not judge(left) else None
        cut = shift + credit.start()
        return [Segment(piece.start, cut, kind, "photo_credit"), Segment(cut, piece.end, "furniture", "photo_credit")]
    tag = _tag().search(end)
    if tag and body[: shift - piece.start + tag.start()].strip():
        cut = shift + tag.start()
        return [Segment(piece.start, cut, None, "agency_tag"), Segment(cut, piece.end, "furniture", "agency_tag")]
    return [piece]


@cache
def _credit() -> re.Pattern[str]:
    words = either(credit_data().credit_words).replace(".", r"\.")
    return re.compile(
        rf"[\(\[]?(?<![^\W_])(?i:{words})\s?(?:credit|credits|di|by|d'archivio)?(?:\s?[:/©]|\s[–-]\s)\s?[^.!?]{{1,80}}\.?[\)\]]?$"
        rf"|[\(\[]?©\s?[^.!?]{{1,60}}\.?[\)\]]?$"
        rf"|[\(\[](?:AP Photo|EPA|Getty|(?i:foto|photo|image|file photo|archive photo))\b[^()]{{0,80}}[\)\]]\.?$"
        rf"|(?<=\s)[\w .-]{{0,30}}(?:/| via )\s?(?:{agency_names()})[\w ]{{0,15}}\.?$"
    )


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(rf"[\(\[](?:[A-Z][\w-]{{1,20}}[-/])?(?:{agency_names()})(?:[-/, ][\w/ -]{{0,25}})?[\)\]]\.?$")
