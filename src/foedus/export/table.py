"""Aligned plain text, by the cells that a terminal gives each character."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

# Controls and line ends, bidi embeddings, overrides and isolates: they would break or reorder a line (UTR 36, 3.1).
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_GAP: Final = "  "
_LEAST: Final = 6


def clean(text: str) -> str:
    """One line that is safe on a terminal: each control character becomes a space, so that offsets stay."""
    return _UNSEEN.sub(" ", text)


def cell(character: str) -> int:
    """Columns of one character: 0 for combining marks, 2 for wide ones (Unicode UAX 11), else 1."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width_of(text: str) -> int:
    """Columns that ``text`` takes on a terminal."""
    return len(text) if text.isascii() else sum(map(cell, text))


def cut(text: str, width: int) -> str:
    """``text`` in at most ``width`` columns, with … where something is left out."""
    if width_of(text) <= width:
        return text
    taken, kept = 0, ""
    for character in text:
        taken += cell(character)
        if taken > width - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None, floors: Sequence[int] = ()
) -> list[str]:
    """Lines of an aligned table; with ``width``, the widest columns are cut until a line fits.

    A column is not cut below its floor as long as the others can give way.
    """
    lines = [[clean(value) for value in row] for row in (head, *rows)]
    widths = [max(width_of(line[n]) for line in lines) for n in range(len(head))]
    if width is not None:
        widths = _fitted(widths, width - len(_GAP) * (len(head) - 1), floors or [0] * len(head))
    return [_line(line, widths) for line in lines]


def _fitted(widths: list[int], room: int, floors: Sequence[int]) -> list[int]:
    """The widest columns shrink first, to the same cap; none below its floor, or else below a few characters."""
    low = list(floors)
    cap = max(widths, default=0)
    while sum(_capped(widths, cap, low)) > room and cap > _LEAST:
        cap -= 1
    if sum(_capped(widths, cap, low)) > room and any(low):
        return _fitted(widths, room, [0] * len(widths))
    left = room - sum(_capped(widths, cap, low))
    out = []
    for w, capped in zip(widths, _capped(widths, cap, low), strict=True):
        more = min(max(left, 0), 1) if w > capped else 0
        left -= more
        out.append(capped + more)
    return out


def _capped(widths: Sequence[int], cap: int, floors: Sequence[int]) -> list[int]:
    return [min(w, max(cap, floor)) for w, floor in zip(widths, floors, strict=True)]


def _line(line: Sequence[str], widths: Sequence[int]) -> str:
    cells = [cut(value, width) for value, width in zip(line, widths, strict=True)]
    padded = [value + " " * (width - width_of(value)) for value, width in zip(cells, widths, strict=True)]
    return _GAP.join(padded).rstrip()
