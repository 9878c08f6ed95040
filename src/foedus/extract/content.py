"""What a sentence names, counts and dates, whether or not a claim was made of it."""

from functools import lru_cache

from foedus.expressions.times import TimeMention
from foedus.extract.lexicon import Lexicon, load_lexicon
from foedus.extract.marks import Mark, Marked, mark
from foedus.model import Contents, Interval, Moment, Name, Number, Span
from foedus.packs.language import languages
from foedus.packs.words import Token

_THINGS = ("arms", "forces", "goods", "casualties")
_NOUN = 5
"""Most words from a number to the noun that it counts."""
_BETWEEN = 3
"""Most words from an auxiliary to its participle."""
_NAMES = ("state", "adjective", "metonym", "person", "surname", "organisation", "outlet", "place")


@lru_cache(maxsize=16_384)
def contents_of(text: str, language: str | None, anchor: Interval | None = None) -> Contents:
    """The names, numbers, times, negations and finite verbs of a sentence; nothing in a language without a pack.

    ``anchor`` is the day from which relative times count.
    """
    if language not in languages():
        return Contents(text)
    lexicon = load_lexicon(str(language))
    marked = mark(text, Span(0, len(text)), lexicon, anchor)
    timed = {n for first, (last, _) in marked.times.items() for n in range(first, last)}
    words = [(n, t) for n, t in enumerate(marked.tokens) if n not in timed]
    closed = lexicon.language.words
    return Contents(
        text=text,
        names=tuple(name for m in marked.marks.values() if (name := _name(m, marked, lexicon))),
        numbers=tuple(
            Number(m.span, m.low, m.high, m.comparator, m.kind, m.unit, _counted(last, marked))
            for first, (last, m) in sorted(marked.numbers.items())
            if first not in timed
        ),
        moments=tuple(Moment(m.span, m.when, _length(m, marked)) for _, (_, m) in sorted(marked.times.items())),
        negations=tuple(Span(t.start, t.end) for _, t in words if t.low in closed.negations | closed.negators),
        restrictions=tuple(Span(t.start, t.end) for _, t in words if t.low in closed.restrictives),
        verbs=tuple(Span(t.start, t.end) for n, t in words if _verb(t, n, marked, lexicon)),
        acts=_acts(marked, lexicon),
        unsure=tuple(Span(t.start, t.end) for _, t in words if _unsure(t, lexicon)),
    )


def _counted(at: int, marked: Marked) -> str:
    """What the first noun behind a number stands for, as far as the packs tell the kinds of things apart."""
    for n in range(at, min(at + _NOUN, len(marked.tokens))):
        found = marked.marks.get(n)
        for noun in found.nouns if found else ():
            if noun.sort == "arsenal":
                return "arsenal"
            if noun.sort in _THINGS:
                return f"{noun.sort}:{noun.id}"
        if n in marked.numbers:
            return ""
    return ""


def _length(found: TimeMention, marked: Marked) -> float | int | None:
    """The number in a duration."""
    inside = (m.low for _, m in marked.numbers.values() if found.span.covers(m.span))
    return next(inside, None) if found.kind == "duration" else None


def _acts(marked: Marked, lexicon: Lexicon) -> frozenset[str]:
    """The claim types that a verb, a noun or a phrase of the sentence can open."""
    pack, opened = lexicon.language, _openers(lexicon)
    lemmas = [[t.low, pack.lemma(t.low), *(f.lemma for f in pack.verbs.get(t.low, ()))] for t in marked.tokens]
    said = {lemma for word in lemmas for lemma in word}
    return frozenset(kind for words, kinds in opened.items() if said.issuperset(words.split()) for kind in kinds)


@lru_cache(maxsize=8)
def _openers(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Word or phrase (in its normal form) → the claim types that it can open; without what reverses them."""
    found: dict[str, dict[str, None]] = {}
    for trigger in lexicon.language.triggers.triggers:
        if not trigger.undone and not trigger.negated:
            for word in (*trigger.verbs, *trigger.nouns, *trigger.phrases):
                found.setdefault(word, {}).update(dict.fromkeys(trigger.types()))
    return {word: tuple(kinds) for word, kinds in found.items()}


def _unsure(token: Token, lexicon: Lexicon) -> bool:
    pack = lexicon.language
    forms = pack.verbs.get(token.low, ())
    coming = bool(forms) and all(f.tense == "fut" or f.mood == "cond" for f in forms)
    modals, closed = pack.modality.modals, pack.words.prepositions
    modal = token.low in modals or any(f.finite and f.lemma in modals for f in forms)
    return (coming or modal) and token.low not in closed


def _name(found: Mark, marked: Marked, lexicon: Lexicon) -> Name | None:
    """A name of the world, or a treaty's own name; a place inside its own state names both."""
    treaties = [i for i in found.ids("treaty") if i in lexicon.treaties]
    places = [e.place for e in found.entities if e.place]
    ids = dict.fromkeys([*found.ids(*_NAMES), *places, *treaties])
    span = Span(marked.tokens[found.first].start, marked.tokens[found.last - 1].end)
    return Name(span, tuple(ids)) if ids else None


def _verb(token: Token, at: int, marked: Marked, lexicon: Lexicon) -> bool:
    """Is the word a finite verb, or a participle behind one, and nothing else that the packs know?"""
    verbs, words = lexicon.language.verbs, lexicon.language.words
    forms = verbs.get(token.low, ())
    if not forms or any(m.first <= at < m.last for m in marked.marks.values()):
        return False
    if not any(f.finite for f in forms):
        led = any(f.finite for t in marked.tokens[max(0, at - _BETWEEN) : at] for f in verbs.get(t.low, ()))
        return led and any(f.mood == "part" for f in forms)
    before = marked.tokens[at - 1].low if at else ""
    closed = words.articles | words.determiners | words.possessives | words.articulated | set(words.prepositions)
    return token.low not in words.prepositions and before not in closed
