"""A lower-case view of a text whose offsets are those of the text."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

Words = str  # a word list in a data file: entries, each a regex, with a bar between blanks

_BAR: Final = re.compile(r"\s+\|\s+")
_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2007\u2009\u2002\u2003\t", " "),
        **dict.fromkeys("’‘ʼ´`′", "'"),
        **dict.fromkeys("–—‑−‐", "-"),
    }
)


@lru_cache(maxsize=8)
def fold(text: str) -> str:
    """``text`` in lower case with one kind of space, apostrophe and dash; as long as ``text``, character by character.

    Kept for the last few texts, so that a caller may go through an article sentence by sentence.
    """
    low = text.lower()
    if len(low) != len(text):  # a few letters grow when lowered ("İ")
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.translate(_ALIKE)


def listed(words: Words) -> tuple[str, ...]:
    """The entries of a word list."""
    return tuple(w for w in _BAR.split(words.strip()) if w)


def either(words: Words) -> str:
    """A regex for any entry of a word list (entries are regexes), longest first."""
    return "|".join(sorted(listed(words), key=lambda w: (-len(w), w)))


def some(words: Words) -> str:
    """A regex for any entry of a word list, and for nothing at all where the list is empty."""
    return either(words) or "(?!)"


def literal(words: Iterable[str]) -> str:
    """A regex for any of ``words`` as they stand, longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
