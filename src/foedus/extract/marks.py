"""Marks: what the lexicon, the numbers and the times of a sentence say of its words."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from foedus.expressions.numbers import NumberMention, find_numbers
from foedus.expressions.tallies import Tally, find_tallies
from foedus.expressions.times import TimeMention, find_times
from foedus.extract.lexicon import Hit, Lexicon, Name, Noun, longest
from foedus.extract.namesakes import without_namesakes
from foedus.model import Interval, Span
from foedus.packs.language import Language
from foedus.packs.words import Token, tokenize
from foedus.packs.world import Entity

_QUOTES = frozenset('“”«»"„')

M = TypeVar("M", NumberMention, TimeMention)


class Mark(msgspec.Struct, frozen=True):
    """Words ``first`` to ``last`` (excluded) name ``entities`` or are ``nouns``; ``key`` is the normal form matched."""

    first: int
    last: int
    entities: tuple[Entity, ...] = ()
    nouns: tuple[Noun, ...] = ()
    key: str = ""

    def has(self, *kinds: str) -> bool:
        """Is any of its readings of one of these kinds or sorts?"""
        for entity in self.entities:  # loops, not any(): this is asked more than anything else
            if entity.kind in kinds:
                return True
        for noun in self.nouns:  # noqa: SIM110
            if noun.sort in kinds:
                return True
        return False

    def ids(self, *kinds: str) -> list[str]:
        """Ids of the readings of these kinds or sorts."""
        return [e.id for e in self.entities if e.kind in kinds] + [n.id for n in self.nouns if n.sort in kinds]


class Marked(msgspec.Struct, frozen=True):
    """A sentence cut into tokens, its marks by first word; numbers and times by first word, with the word after.

    ``tallies`` are the counts of votes in it.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...]
    marks: dict[int, Mark]
    numbers: dict[int, tuple[int, NumberMention]]
    times: dict[int, tuple[int, TimeMention]]
    anchor: Interval | None = None
    tallies: tuple[Tally, ...] = ()

    def words(self, first: int, last: int) -> str:
        """The text of the words from ``first`` to ``last`` (excluded)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


def mark(text: str, span: Span, lexicon: Lexicon, anchor: Interval | None) -> Marked:
    """Tokens and marks of one sentence."""
    tokens = _accented(tuple(tokenize(text, span.start, span.end)), lexicon.language.words.capitals)
    numbers = find_numbers(text, lexicon.language.code, span.start, span.end)
    times = find_times(text, lexicon.language.code, anchor, span.start, span.end)
    names = lexicon.names.find([t.low for t in tokens])
    hits: list[Hit[Entity | Noun]] = [*_names(tokens, names), *_nouns(tokens, names, lexicon)]
    timed = _by_word(tokens, times)
    for first in [n for n in timed if _attributive(tokens, n, *timed[n], lexicon)]:
        del timed[first]
    for first in [n for n in timed if _to_last(tokens, n, lexicon)]:
        end = tokens[timed.pop(first)[0] - 1].end
        timed |= _by_word(tokens, find_times(text, lexicon.language.code, anchor, tokens[first + 1].start, end))
    dated = [n for first, (last, _) in timed.items() for n in range(first, last)]
    meant = without_namesakes(tokens, longest(hits), lexicon, dated)
    marks = {h.first: _as_mark(h) for h in _with_bases(meant, hits) if not _adverb(tokens, h, lexicon.language)}
    for first, mark_ in marks.items():
        inside = next((n for n in range(first + 1, mark_.last) if n in timed), None)
        if inside is not None and timed[inside][0] > mark_.last:  # "New START in February" starts nothing
            end = tokens[timed.pop(inside)[0] - 1].end
            timed |= _by_word(tokens, find_times(text, lexicon.language.code, anchor, tokens[mark_.last].start, end))
    if lexicon.language.words.head_final:
        tokens = _without_headline_capitals(tokens, marks)
    tallies = find_tallies(text, lexicon.language.code, span.start, span.end) if numbers else ()
    return Marked(text, span, tokens, marks, _by_word(tokens, numbers), timed, anchor, tallies)


def _attributive(tokens: Sequence[Token], first: int, last: int, time: TimeMention, lexicon: Lexicon) -> bool:
    """«Under the ten-year deal»: with an article and a hyphen before a noun a length of time is part of its phrase."""
    articles = lexicon.language.words.articles
    hyphen = tokens[first].low in articles and any(t.low == "-" for t in tokens[first:last])
    return time.kind == "duration" and hyphen and last < len(tokens) and tokens[last].low.isalpha()


def _to_last(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """«Was to last ten years», "will last ten": a verb behind "to" or a modal, before a number; no "last ten years"."""
    pack = lexicon.language
    before = tokens[at - 1].low if at else ""
    led = before in pack.words.infinitive_marks or before in pack.modality.modals
    counted = at + 1 < len(tokens) and bool(find_numbers(tokens[at + 1].text, pack.code, 0, len(tokens[at + 1].text)))
    return led and counted and any(f.mood == "inf" for f in pack.verbs.get(tokens[at].low, ()))


def _accented(tokens: tuple[Token, ...], capitals: dict[str, str]) -> tuple[Token, ...]:
    """«A Nancy»: capitals that the press prints without their accent; not in "A-t-il signé ?"."""
    if not capitals:
        return tokens
    ends = {t.start for t in tokens if t.low == "-"}
    return tuple(
        msgspec.structs.replace(t, low=capitals[t.text]) if t.text in capitals and t.end not in ends else t
        for t in tokens
    )


def _without_headline_capitals(tokens: tuple[Token, ...], marks: dict[int, Mark]) -> tuple[Token, ...]:
    """«Russian Guards Leave Airport»: where every longer word has a capital, only names keep theirs."""
    long = [t for t in tokens if len(t.text) > 3 and t.text.isalpha()]
    if len(long) < 4 or any(not t.capital for t in long):
        return tokens
    named = {n for m in marks.values() if m.entities for n in range(m.first, m.last)}
    return tuple(t if n in named else Token(t.start, t.end, t.low, t.low) for n, t in enumerate(tokens))


def _names(tokens: Sequence[Token], hits: Sequence[Hit[Name]]) -> list[Hit[Entity | Noun]]:
    kept: list[Hit[Entity | Noun]] = []
    for hit in hits:
        capital = tokens[hit.first].capital
        payload = tuple(n.entity for n in hit.payload if capital or not n.proper)
        if payload:
            kept.append(Hit(hit.first, hit.last, payload, hit.key))
    return kept


def _nouns(tokens: Sequence[Token], names: Sequence[Hit[Name]], lexicon: Lexicon) -> list[Hit[Entity | Noun]]:
    pack = lexicon.language
    at = [n for n, t in enumerate(tokens) if t.low not in pack.words.articles and t.low not in _QUOTES]
    hits = lexicon.nouns.find([pack.lemma(tokens[n].low) for n in at])
    found: list[Hit[Entity | Noun]] = [
        Hit(at[h.first], at[h.last - 1] + 1, h.payload, h.key)
        for h in hits
        if not _apart(tokens, at, h, pack) and not (h.key in pack.nouns.several and tokens[at[h.first]].low == h.key)
    ]
    return [*found, *_around_adjectives(tokens, names, at, lexicon)]


def _apart(tokens: Sequence[Token], at: Sequence[int], hit: Hit[Noun], pack: Language) -> bool:
    """«A signé à Washington un accord», "… l'accord": no name goes over an article right behind its first word."""
    second = at[hit.first] + 1
    return second < at[hit.last - 1] and tokens[second].low in pack.words.articles


def _adverb(tokens: Sequence[Token], hit: Hit[Entity | Noun], pack: Language) -> bool:
    """«Présentent *ensemble* leur demande», not "l'ensemble": a noun that means nothing here, and is an adverb too."""
    lone = hit.last - hit.first == 1 and tokens[hit.first].low in pack.words.adverbs
    before = tokens[hit.first - 1].low if hit.first else ""
    plain = all(isinstance(p, Noun) and p.sort == "plain" for p in hit.payload)
    return lone and plain and before not in pack.words.articles | pack.words.possessives | pack.words.articulated


def _around_adjectives(
    tokens: Sequence[Token], names: Sequence[Hit[Name]], at: Sequence[int], lexicon: Lexicon
) -> list[Hit[Entity | Noun]]:
    """«Ministre polonais de la Défense», "accord italo-albanese di difesa": an entry with a nationality set into it.

    The match has the nationality as an entity beside the nouns.
    """
    pack = lexicon.language
    if pack.words.head_final:
        return []
    inside: dict[int, tuple[Entity, ...]] = {}
    for name in names:
        entities = tuple(n.entity for n in name.payload if n.entity.kind == "adjective")
        if entities:
            inside |= dict.fromkeys(range(name.first, name.last), entities)
    if not inside:
        return []
    left = [n for n in at if n not in inside and tokens[n].low != "-"]
    found: list[Hit[Entity | Noun]] = []
    for hit in lexicon.nouns.find([pack.lemma(tokens[n].low) for n in left]):
        first, last = left[hit.first], left[hit.last - 1] + 1
        named = dict.fromkeys(e for n in range(first, last) for e in inside.get(n, ()))
        if named:
            found.append(Hit(first, last, (*hit.payload, *named), hit.key))
    return found


def _as_mark(hit: Hit[Entity | Noun]) -> Mark:
    entities = tuple(p for p in hit.payload if isinstance(p, Entity))
    nouns = tuple(p for p in hit.payload if isinstance(p, Noun))
    return Mark(hit.first, hit.last, entities, nouns, hit.key)


def _by_word(tokens: Sequence[Token], mentions: Sequence[M]) -> dict[int, tuple[int, M]]:
    """First word → (word after the last, mention)."""
    found = {}
    for mention in mentions:
        inside = [n for n, t in enumerate(tokens) if t.start < mention.span.end and mention.span.start < t.end]
        if inside:
            found[inside[0]] = (inside[-1] + 1, mention)
    return found


def _with_bases(kept: list[Hit[Entity | Noun]], hits: list[Hit[Entity | Noun]]) -> Iterator[Hit[Entity | Noun]]:
    """«La base di Moron»: a name that opens with the word for a base is a place, and a base that can be given back."""
    bases = {h.first: p for h in hits for p in h.payload if isinstance(p, Noun) and p.sort == "base"}
    for hit in kept:
        base = bases.get(hit.first)
        named = base is not None and any(isinstance(p, Entity) and p.kind == "place" for p in hit.payload)
        yield Hit(hit.first, hit.last, (*hit.payload, base), hit.key) if named and base else hit
