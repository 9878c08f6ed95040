"""A sentence to be checked, by its words."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from foedus.model import Contents, Name
from foedus.packs.words import tokenize
from foedus.verify.concepts import Word, common, concept_words, words_in
from foedus.verify.question import Tools
from foedus.verify.residue import check_words, says_yet
from foedus.verify.votes import Votes, votes_of

_BESIDE: Final = 4
"""Most words between a word and the word for a treaty that it tells more of."""


class Asked(NamedTuple):
    """A sentence to be checked, by its words."""

    text: str
    contents: Contents
    words: tuple[Word, ...]
    votes: Votes
    language: str
    negative: bool
    yet: bool
    running: bool
    names: tuple[Name, ...]
    matter: tuple[Word, ...]

    @property
    def coming(self) -> bool:
        """Does it tell of what shall or may be?"""
        return bool(self.contents.unsure)


def asked_of(sentence: str, language: str, tools: Tools) -> Asked | None:
    """The sentence by its words; None where it has too few of them."""
    data = concept_words()
    due = "|".join(map(re.escape, sorted(data.due.get(language, ()), key=len, reverse=True)))
    text, times = re.subn(rf"(?<!\w)(?:{due})(?!\w)", " ", sentence, flags=re.IGNORECASE) if due else (sentence, 0)
    contents = tools.contents(text, language)
    words = words_in(contents, language)
    if not any(not common(n, contents) for n in contents.names) or not any(not w.pact for w in words):
        return None
    running = "|".join(map(re.escape, data.running.get(language, ())))
    return Asked(
        text,
        contents,
        words,
        votes_of(contents, language),
        language,
        bool(contents.negations) != bool(times),
        bool(times) or says_yet(text, language),
        bool(re.search(rf"(?<!\w)(?:{running})(?!\w)", sentence, re.IGNORECASE)) or not _past(contents),
        tuple(_sited(n, contents, language) for n in contents.names if not common(n, contents)),
        tuple(w for w in beside(words, text) if not w.pact),
    )


def _sited(name: Name, contents: Contents, language: str) -> Name:
    """A capital behind a word of place is a city, and not its state."""
    at = check_words()[language].at if language in check_words() else frozenset[str]()
    before = [t.low for t in tokenize(contents.text, 0, name.span.start)][-1:]
    places = tuple(i for i in name.ids if i.startswith("place:"))
    return msgspec.structs.replace(name, ids=places) if places and before and before[0] in at else name


def beside(words: Sequence[Word], text: str) -> list[Word]:
    """The words that stand beside a word for a treaty: what kind of treaty it is."""
    order = {t.start: n for n, t in enumerate(tokenize(text))}
    pacts = [order[w.span.start] for w in words if w.pact]
    return [w for w in words if any(abs(order[w.span.start] - p) <= _BESIDE for p in pacts)]


def _past(contents: Contents) -> bool:
    return any(m.when.interval for m in contents.moments)
