"""Tokens and their normal form: the one way in which data and text are compared."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec
import simplemma
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

Words = tuple[str, ...]
"""Words of a data file, in its order."""
# possessive quantifiers (++) keep it from trying every shorter word
_TOKEN = re.compile(
    r"(?=[^\W\d_]++['’]t\b)[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|['’]s\b"
    r"|[^\W\d_]++(?:['’](?!s\b)(?=\w))?|\d+(?:[.,]\d+)*|[^\w\s]|_"
)


class Token(msgspec.Struct, frozen=True):
    """A word, number or mark. ``start`` and ``end`` are offsets into the text that was cut; ``low`` is lower case."""

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        """Does it begin with a capital letter?"""
        return self.text[:1].isupper()


def tokenize(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Tokens of ``text`` between two offsets. An elided article keeps its apostrophe, hyphens stand alone."""
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(found.start(), found.end(), found[0], found[0].lower().replace("’", "'"))


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase of a pack, cut as texts are; a blank after an elision does not matter ("d' abord", "d'abord")."""
    closed = phrase.replace("' ", "'")
    elided = closed.endswith("'")  # an elided word keeps its apostrophe only before another
    return tuple(t.low for t in tokenize(f"{closed}a" if elided else closed))[: -1 if elided else None]


def has_dictionary(language: str) -> bool:
    """Does simplemma know the language?"""
    return language in SUPPORTED_LANGUAGES


@lru_cache(maxsize=100_000)
def dictionary_form(word: str, language: str, endings: tuple[tuple[str, str], ...] = ()) -> str:
    """The lemma, in lower case: simplemma's, else by the first of ``endings`` (pattern, replacement) that fits."""
    if has_dictionary(language):
        return simplemma.lemmatize(word, lang=language).lower()
    return next((re.sub(pattern, new, word) for pattern, new in endings if re.search(pattern, word)), word).lower()
