"""A paragraph's segments, judged by their own wording."""

import re
from functools import cache
from typing import Final

import msgspec

from foedus.model.article import PartKind
from foedus.read.dates import find_date, find_yearless, rest_of
from foedus.read.lead import agency_line
from foedus.read.lines import Paragraph, word_count
from foedus.read.rules import Opens, credit_data, either, judge
from foedus.read.segments import segments

PROSE_WORDS: Final = 25
HEAD_WORDS: Final = 14
DECK_WORDS: Final = 45
_LINK = re.compile(r"^\s*(?:>>|»|→|►|▶|⇒|➡|👉|\||https?://|www\.)|^\S+@\S+\.\w+$")
_QUOTED = re.compile(r"^[“\"«‘'].*[”\"»’']$")
_DIGIT = re.compile(r"\d")
_MARKUP: Final = " *_#\t"
_BORDER = re.compile(r"[,|–—•·(:/-]\s*$")


class Piece(msgspec.Struct):
    """A segment under judgement: ``kind`` None is not known yet.

    ``gap`` is the number of empty lines above; ``opens``: see furniture.yaml.
    """

    start: int
    end: int
    text: str
    words: int
    closed: bool
    gap: int = 0
    kind: PartKind | None = None
    reason: str = ""
    opens: Opens | None = None

    def prose(self) -> bool:
        """A paragraph that can only be running text."""
        return self.words >= PROSE_WORDS and (self.closed or self.words >= 40)

    def short(self) -> bool:
        """A line that is no sentence."""
        asks = self.text[-1:] in "?!" and self.words <= HEAD_WORDS
        return not self.closed or asks or bool(_QUOTED.match(self.text))

    def headlike(self) -> bool:
        """Short enough, and no sentence: a subhead or a link."""
        return self.short() and self.words <= HEAD_WORDS

    def titled(self) -> bool:
        """A heading by its Markdown sign."""
        return self.text.startswith("#") and self.headlike()

    def set(self, kind: PartKind, reason: str = "") -> None:
        """Decide."""
        self.kind, self.reason = kind, reason


def pieces_of(paragraph: Paragraph) -> list[Piece]:
    """The paragraph's segments in order, those judged that their wording gives away."""
    out: list[Piece] = []
    for part in segments(paragraph):
        text = paragraph.text[part.start - paragraph.start : part.end - paragraph.start]
        sized = Paragraph(part.start, part.end, text)
        piece = Piece(part.start, part.end, text, sized.words(), sized.closed(), 0 if out else paragraph.gap)
        if part.kind:
            piece.set(part.kind, part.reason)
            verdict = judge(sized.plain) if part.kind == "furniture" else None
            piece.opens = verdict.opens if verdict else None
        else:
            _by_wording(piece, sized.plain, part.reason)
        out.append(piece)
    return out


def bare(line: str) -> str:
    """The line without Markdown's signs around it."""
    return line.strip(_MARKUP)


def name_like(line: str) -> bool:
    """Is every longer word capitalised, as in a paper's name ("Il Corriere del Porto")?"""
    words = re.findall(r"[^\W\d_][\w'’-]*", line)
    long = [word for word in words if len(word) > 3]
    return 0 < len(words) <= 7 and bool(long) and all(word[:1].isupper() for word in long)


def _by_wording(piece: Piece, plain: str, reason: str) -> None:
    caption = piece.words <= DECK_WORDS and piece.words > 6 and bool(_caption_start().match(plain))
    verdict = None if caption else judge(plain)
    if caption:
        piece.set("caption", "caption_words")
    elif verdict:
        piece.set("furniture", verdict.reason)
        piece.opens = verdict.opens
    elif agency_line(plain):
        piece.set("furniture", "agency_tag")
    elif date_line(bare(plain)):
        piece.set("dateline", "date_line")
    elif piece.words == 0:
        piece.set("furniture", "ornament")
    elif _LINK.match(plain) and not piece.prose():
        piece.set("furniture", "link")
    else:
        piece.reason = reason if reason == "agency_tag" else ""


def date_line(line: str) -> bool:
    """Is the line a date, alone or beside a place, a weekday, the hour, or set off from the name of a paper?"""
    if len(line) > 100 or not _DIGIT.search(line):
        return False
    full = find_date(line, None)
    found = full or find_yearless(line, None)
    if not found:
        return False
    rest = rest_of(line, found[0])
    if word_count(rest) == 0 or (line.startswith(rest) and word_count(rest) <= 3 and rest[:1].isupper()):
        return True
    before = rest_of(line[: found[0].start()] + "|", found[0]) if found[0].start() else ""
    if not full or word_count(rest) > 7:
        return False
    if not word_count(before):
        return bool(re.match(r"\s*[,|–—•·)(-]", line[found[0].end() :]))
    return name_like(rest) and bool(_BORDER.search(_weekdays_off(line[: found[0].start()])))


def _weekdays_off(text: str) -> str:
    days = credit_data().weekdays.values()
    names = "|".join(dict.fromkeys(name for day in days for name in day.full))
    return re.sub(rf"(?:{names})\s*$", "", text, flags=re.IGNORECASE)


@cache
def _caption_start() -> re.Pattern[str]:
    return re.compile(f"(?:{either(credit_data().caption_starts)})", re.IGNORECASE)
