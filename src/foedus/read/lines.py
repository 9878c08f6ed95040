"""A text cut into paragraphs: its lines, with hard-wrapped ones put together."""

import itertools
import re
from functools import lru_cache
from typing import Final

import msgspec

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_FINAL = re.compile(r"[.!?…][\"”»’'\)\]\s\d]*$|[.!?…,]\s*[”»\"]$|[.!?…][\"”»]?\s*[\(\[][^()\[\]]{1,80}[\)\]]\.?$")
_PLAIN: Final = (*((sign, "'") for sign in "’ʼ‘"), *((blank, " ") for blank in "\u00a0\u202f\u2009\t"))
_WRAP: Final = range(45, 111)
"""Line widths in characters at which mail programs, wires and editors wrap."""


class Paragraph(msgspec.Struct, frozen=True):
    """Characters ``start`` to ``end`` without white space around them; ``gap`` is the number of empty lines above."""

    start: int
    end: int
    text: str
    gap: int = 0

    @property
    def plain(self) -> str:
        """The text with one kind of apostrophe and of space, character by character (offsets stay)."""
        text = self.text
        for sign, plain in _PLAIN:
            text = text.replace(sign, plain)
        return text

    def words(self) -> int:
        """Number of words."""
        return word_count(self.text)

    def closed(self) -> bool:
        """Does it end as a sentence does?"""
        return bool(_FINAL.search(self.text[-100:]))


@lru_cache(maxsize=64)  # a line is counted for one rule after the other
def word_count(text: str) -> int:
    """Number of words; figures do not count."""
    return len(_WORD.findall(text))


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of ``text`` in order; a paragraph is a line, or the lines that a fixed width has wrapped."""
    lines = _lines(text)
    width = _width(lines)
    if not width:
        return lines
    out: list[Paragraph] = []
    last = 0
    for line in lines:
        if out and not line.gap and _wrapped(last, width, line):
            start = out[-1].start
            out[-1] = Paragraph(start, line.end, text[start : line.end], out[-1].gap)
        else:
            out.append(line)
        last = line.end - line.start
    return out


def _lines(text: str) -> list[Paragraph]:
    out: list[Paragraph] = []
    end = 0
    for found in _LINE.finditer(text):
        line = found[0].strip(" \t\u00a0\u200b\ufeff\u202f\u3000")
        if not line.strip():
            continue
        start = found.start() + found[0].index(line)
        gap = len(_BREAK.findall(text, end, start)) - 1 if out else 0
        out.append(Paragraph(start, start + len(line), line, max(gap, 0)))
        end = start + len(line)
    return out


def _width(lines: list[Paragraph]) -> int:
    """The width at which the text is wrapped, 0 when its lines are paragraphs.

    Wrapped lines are of one width, rarely end with a sentence, and go on in small letters.
    """
    longest = max((len(line.text) for line in lines), default=0)
    if longest not in _WRAP:
        return 0
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if not b.gap]
    running = [a for a, b in pairs if not a.closed() and b.text[0].islower() and len(a.text) > longest * 0.7]
    return longest if len(running) >= 2 and len(running) * 4 >= len(pairs) else 0


def _wrapped(last: int, width: int, line: Paragraph) -> bool:
    """Would the first word of ``line`` not have fitted on the line before, ``last`` characters long?"""
    first = line.text.split(maxsplit=1)[0]
    return last + 1 + len(first) > width - 4
