"""Concepts: the words of a sentence as what they say in any language, and the clauses in which they say it."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

import msgspec

from foedus.model import Contents, Name, Span
from foedus.packs.language import load_language
from foedus.packs.load import DATA, load
from foedus.packs.words import tokenize

_STEM: Final = 5
"""So many letters, without accents, make two words without a row one: "inspection", "inspections"."""
_SPELT: Final = (("sch", "ch"), ("sh", "ch"), ("ph", "f"), ("ou", "u"), ("k", "c"), ("y", "i"), ("w", "v"))
"""Spellings of one sound: "Oreshnik", "Orechnik"."""
_STOPS: Final = frozenset(";:")
_MARKS: Final = frozenset(";:()—–,[]")


class ConceptWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/verify/concepts.yaml``: rows of words that say the same, and words with a part of their own."""

    concepts: dict[str, dict[str, tuple[str, ...]]]
    opposites: tuple[tuple[str, str], ...]
    converses: tuple[tuple[str, str], ...]
    stages: dict[str, frozenset[str]]
    ifs: dict[str, frozenset[str]]
    doubt: frozenset[str]
    denial: frozenset[str]
    saying: frozenset[str]
    things: frozenset[str]
    distance: frozenset[str]
    pacts: dict[str, tuple[str, ...]]
    empty: dict[str, tuple[str, ...]]
    running: dict[str, tuple[str, ...]]
    clauses: dict[str, frozenset[str]]
    by: dict[str, frozenset[str]]
    due: dict[str, tuple[str, ...]]


class Word(NamedTuple):
    """A word that says something: where it stands, what it can say, and its stem."""

    span: Span
    concepts: frozenset[str]
    stem: str
    pact: bool = False

    def says(self, other: "Word") -> bool:
        """Do both say the same?"""
        return bool(self.concepts & other.concepts) or self.stem == other.stem


@cache
def concept_words() -> ConceptWords:
    """The words. Raises PackError."""
    return load(DATA / "verify" / "concepts.yaml", ConceptWords)


@lru_cache(maxsize=16_384)
def words_in(contents: Contents, language: str) -> tuple[Word, ...]:
    """The words of a text that are no name, number or date and not empty of meaning, in their order."""
    data, closed = concept_words(), _closed(language)
    taken = [*(n.span for n in contents.names if not common(n, contents)), *(n.span for n in contents.numbers)]
    taken += [m.span for m in contents.moments]
    found = []
    for token in tokenize(contents.text):
        span, low = Span(token.start, token.end), token.low
        if not low[0].isalpha() or low in closed or any(s.overlap(span) for s in taken):
            continue
        pact = _begins(low, data.pacts.get(language, ()))
        concepts = concepts_of(low, language)
        if pact or concepts or not _begins(low, data.empty.get(language, ())):
            found.append(Word(span, concepts, stem_of(low), pact))
    return tuple(found)


def common(name: Name, contents: Contents) -> bool:
    """Is it no name but a description that a treaty goes by: "the defence agreement"?"""
    said = name.span.of(contents.text)
    return said == said.casefold() and all(i.startswith("treaty:") for i in name.ids)


@lru_cache(maxsize=16_384)
def concepts_of(low: str, language: str) -> frozenset[str]:
    """The rows that a word is in."""
    rows = concept_words().concepts
    return frozenset(name for name, row in rows.items() if _begins(low, row.get(language, ())))


def stages_of(text: str, language: str) -> frozenset[str]:
    """The steps of an act that a text tells of: announced, notified, effective, extended."""
    rows = {c for t in tokenize(text) if t.low[0].isalpha() for c in concepts_of(t.low, language)}
    return frozenset(stage for stage, of in concept_words().stages.items() if of & rows)


def stem_of(low: str) -> str:
    """The first letters of a word without accents, as it is where it is short."""
    plain = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    for written, heard in _SPELT:
        plain = plain.replace(written, heard)
    return plain[:_STEM]


def _begins(low: str, stems: tuple[str, ...]) -> bool:
    return any(low == s[:-1] if s[-1] == "$" else low.startswith(s) for s in stems)


@cache
def _closed(language: str) -> frozenset[str]:
    words = load_language(language).words
    forms = {f for p in words.prepositions.values() for f in p.forms} | set(words.prepositions)
    closed = words.articles | words.determiners | words.conjunctions | words.relatives | words.possessives
    closed |= words.clitics | words.reflexives | words.negations | words.articulated | forms
    return frozenset(w for w in closed if not concepts_of(w, language))  # "before", "without", "all" say something


def clauses_in(contents: Contents, language: str) -> tuple[Span, ...]:
    """The clauses of a sentence: cut at marks and at words that begin one, each with a finite verb of its own."""
    text, heads = contents.text, concept_words().clauses.get(language, frozenset())
    cuts: list[tuple[int, bool]] = [(0, True)]
    timed = [
        *(m.span for m in contents.moments),
        *(n.span for n in contents.names),
        *(n.span for n in contents.numbers),
    ]
    for token in tokenize(text):
        inside = any(s.start < token.start < s.end for s in timed)
        if not inside and (token.text in _MARKS or token.low in heads):
            cuts.append((token.start, token.text not in _MARKS or token.text in _STOPS))
    pieces = [
        (Span(a, b), forward)
        for (a, forward), (b, _) in zip(cuts, [*cuts[1:], (len(text), True)], strict=True)
        if a < b
    ]
    return tuple(_joined(pieces, contents))


def _joined(pieces: list[tuple[Span, bool]], contents: Contents) -> Iterator[Span]:
    """Pieces without a verb go to the clause before them, or where a conjunction or nothing is before, to the next."""
    open_: Span | None = None
    done: Span | None = None
    for span, forward in pieces:
        held = Span(open_.start, span.end) if open_ else span
        if any(span.covers(v) for v in contents.verbs):
            if done:
                yield done
            done, open_ = held, None
        elif done and not forward and not open_:
            done = Span(done.start, span.end)
        else:
            open_ = held
    if open_:
        done = Span(done.start, open_.end) if done else open_
    if done:
        yield done
