"""Noun phrases: what belongs to one, and before which word it ends."""

from collections.abc import Sequence
from typing import Final

import msgspec

from foedus.extract.chunks import Chunk
from foedus.extract.functionwords import FunctionWords
from foedus.extract.marks import Mark, Marked
from foedus.extract.verbs import VerbReader
from foedus.packs.language import Language
from foedus.packs.words import Token

QUOTES: Final = frozenset('“”«»"„')
# who bears a name of their own, that no file knows
_BEARERS: Final = ("office", "group", "counterpart")


class NounPhrases:
    """Reads noun phrases in the sentences of one language."""

    def __init__(self, pack: Language, verbs: VerbReader, functionwords: FunctionWords) -> None:
        self.pack, self.verbs, self.functionwords = pack, verbs, functionwords
        words = pack.words
        self.openers = words.articles | words.determiners | words.possessives
        self.skipped = self.openers | words.adverbs
        self.clausal = words.conjunctions | words.complementizers | words.relatives

    def read(self, marked: Marked, first: int, at: int, prep: str, relations: tuple[str, ...]) -> Chunk:
        """A noun phrase from word ``at``; with a preposition right before a verb, that verb group."""
        tokens, words = marked.tokens, self.pack.words
        chunk = Chunk("np", first, at, prep, relations)
        if prep and at < len(tokens) and at not in marked.times:
            verb = self.verbs.group(marked, at)
            if verb and verb.form in ("inf", "ger"):
                if first and words.head_final and tokens[first - 1].low in words.negators:
                    verb = msgspec.structs.replace(verb, negated=True)  # "not to renew"
                return Chunk("vg", first, verb.last, prep, relations, verb=verb)
        low: list[str] = []
        counting: list[int] = []
        if prep:
            chunk.article = tokens[at - 1].low if tokens[at - 1].low in words.articulated else ""
        while at < len(tokens) and not self._stops(marked, at, chunk, low):
            if tokens[at].low in QUOTES:
                at += 1
                continue
            if at in marked.times:
                step, time = marked.times[at]
                chunk.year = int((time.when.interval or "0")[:4]) or None
                step = next((k for k in range(at + 1, step) if k in marked.marks), step)  # "the | 1961 treaty"
            elif at in marked.numbers and at not in marked.marks:
                step, chunk.number = marked.numbers[at]
            elif at in marked.marks:
                mark = marked.marks[at]
                before = [w for n, w in zip(range(at - len(low), at), low, strict=True) if n not in counting]
                if not self._qualifies(mark, tokens[at].low, before, bool(counting)):
                    chunk.marks.append(mark)
                    chunk.unknown = "" if words.head_final else chunk.unknown
                step = mark.last
            else:
                step = at + 1
                chunk.named = chunk.named or (tokens[at].capital and bool(chunk.marks))
                if not (tokens[at].capital and words.head_final and chunk.has(*_BEARERS)):
                    self._word(tokens, at, chunk)  # else the name of the holder: "spokesman John Doe"
            low += [t.low for t in tokens[at:step]]
            counting += range(at, step) if at in marked.numbers else ()
            at = step
        chunk.last = max(at, chunk.last)
        chunk.words = tuple(low)
        chunk.proper = any(t.capital for t in tokens[chunk.first + 1 : chunk.last]) or tokens[first].capital
        if not low and not prep:
            return Chunk("other", first, max(at, first + 1))
        return chunk

    def _word(self, tokens: Sequence[Token], at: int, chunk: Chunk) -> None:
        """A word without a mark: an article, or an unknown head before (in English: after) what is known."""
        words, low = self.pack.words, tokens[at].low
        if not words.head_final and (low == "." or self._titles(tokens, at)):
            return  # "avec M. Modi"
        if low in self.openers or low in words.partitives:
            chunk.article = low
        elif low not in words.adverbs:
            if words.head_final:
                chunk.unknown = "" if low[0].isdigit() else low
            elif not chunk.marks and not low[0].isdigit():
                chunk.unknown = chunk.unknown or low

    def _lasts(self, marked: Marked, at: int) -> bool:
        """«A 20-year treaty»: a length of time set between an article and its noun."""
        last, time = marked.times[at]
        opens = at > 0 and marked.tokens[at - 1].low in self.pack.words.articles
        follows = last < len(marked.tokens) and marked.tokens[last].low.isalpha()
        return self.pack.words.head_final and time.kind == "duration" and opens and follows

    def names_year(self, marked: Marked, at: int) -> bool:
        """«The 1961 treaty»: a year right before the noun is part of its name."""
        last, time = marked.times[at]
        bare = marked.tokens[at].low in self.pack.words.articles  # "the 1961"
        inside = next((m for k, m in marked.marks.items() if at <= k < last < m.last), None)
        named = inside or marked.marks.get(last)
        treaty = named is not None and named.has("treaty", "exercise")
        return self.pack.words.head_final and treaty and time.when.granularity == "year" and last - at == 1 + bare

    def _qualifies(self, mark: Mark, surface: str, before: list[str], counted: bool) -> bool:
        """Is a noun such as "militare" an adjective here: after the phrase's noun, or a singular without article?"""
        if mark.entities or mark.key not in self.pack.nouns.adjectival:
            return False
        head = not all(w in self.skipped or self.pack.lemma(w) in self.pack.words.prenominal for w in before)
        return head or (not counted and self.openers.isdisjoint(before) and surface == mark.key)

    def _initial(self, tokens: Sequence[Token], at: int) -> bool:
        """The dot of «Vladimir V. Putin», «Mr. Modi» or «M. Macron» belongs to the name."""
        before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
        short = len(before.text) == 1 or before.low in self.pack.words.abbreviations
        if not self.pack.words.head_final:
            short = self._titles(tokens, at - 1)  # "avec M. Macron"
        return before.capital and short and after is not None and after.capital

    def _titles(self, tokens: Sequence[Token], at: int) -> bool:
        """«M. Modi», «Mme Meloni»: an abbreviation before a name."""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        follows = after is not None and (after.low == "." or after.capital)
        return follows and tokens[at].capital and tokens[at].low in self.pack.words.abbreviations

    def _stops(self, marked: Marked, at: int, chunk: Chunk, low: list[str]) -> bool:
        """Does the noun phrase end before this word?"""
        tokens, words = marked.tokens, self.pack.words
        token = tokens[at]
        if at in marked.times:
            return not (self.names_year(marked, at) or (bool(low) and self._lasts(marked, at)))
        if at in marked.numbers and at not in marked.marks:
            ranked = words.head_final and len(low) == 2 and low[0] in words.articles | words.possessives
            return bool(chunk.marks) or (bool(chunk.unknown) and not ranked)  # "its last two bases"
        if at in marked.marks:
            mark = marked.marks[at]
            named = any(m.has("state", "metonym") for m in chunk.marks)
            apart = named and (mark.has("person", "office") or not mark.entities) and not hyphened(marked, at)
            apart = apart and not (
                words.head_final and chunk.marks[-1].last == at and not self._receives(marked, chunk)
            )
            apart = apart or (not words.head_final and _on_ground(chunk) and mark.has("arms", "forces", "goods"))
            twice = named and chunk.unknown.isalpha() and words.head_final and mark.has("state", "metonym")
            apart = apart or twice  # "help Russia fight Ukraine"
            single = mark.last - at == 1 or self.verbs.glued(tokens, at) is not None
            verb = chunk.marks and single and self.verbs.group(marked, at)
            return bool(apart or verb or self._opens_clause(marked, at, chunk, low))
        if token.low in QUOTES:
            ahead = at + 1 < len(tokens)
            return not (ahead and token.low in '“«"„' and not chunk.marks)
        if low and low[-1] not in words.articles and token.low.endswith(words.adverb_endings):
            return True
        if token.low == "-":
            return not hyphened(marked, at + 1)
        if not token.low[0].isalnum():
            return not (token.low == "." and self._initial(tokens, at))
        if not low and chunk.prep and token.low in words.partitives:
            return False  # "à des alliés"
        if token.low in self.clausal or self.functionwords.is_preposition(marked, at):
            return True
        if self.functionwords.fixed_phrase(marked, at):
            return True
        if low and self.functionwords.compound(marked, at):
            return True
        open_ = not low or low[-1] in words.determiners or low[-1] in words.articles  # "l'uno", "tutti i"
        if chunk.marks and words.head_final and not token.capital and self._receives_more(marked, chunk, at):
            return True  # "gave Kyiv advanced weapons"
        pointing = token.low in words.demonstratives and not words.head_final
        own = token.low in words.possessives and not words.head_final and bool(chunk.prep and chunk.unknown)
        pointing = pointing or own or (token.low in words.possessives and bool(chunk.marks))
        new_phrase = (token.low in words.articles or pointing) and not open_
        return new_phrase or self.verbs.group(marked, at) is not None

    def _opens_clause(self, marked: Marked, at: int, chunk: Chunk, low: list[str]) -> bool:
        """«Da quel momento | Canberra ha …»: behind a common noun, a name right before its verb is the subject."""
        words, tokens, mark = self.pack.words, marked.tokens, marked.marks[at]
        if words.head_final:
            return self._contact_clause(marked, at, chunk)
        if not (words.adnominal and chunk.prep and low and mark.has("metonym", "person", "surname", "organisation")):
            return False
        noun = tokens[at - 1]
        common = noun.low.isalpha() and not noun.capital and noun.low not in self.openers
        titled = chunk.has("office", "stateword", "ministry", "group", "treaty", "organisation", "parliament", "outlet")
        if not common or titled or not tokens[at].capital or self.pack.lemma(noun.low) in words.adnominal:
            return False
        verb = self.verbs.group(marked, mark.last) if mark.last < len(tokens) else None
        return verb is not None and verb.form == "finite"

    def _contact_clause(self, marked: Marked, at: int, chunk: Chunk) -> bool:
        """«…, a charge | Kigali rejects»: behind a word for what was said or done, set beside, a name before a verb."""
        tokens, mark = marked.tokens, marked.marks[at]
        beside = chunk.first > 0 and tokens[chunk.first - 1].low == "," and not chunk.prep and at > chunk.first + 1
        if not beside or not mark.has("state", "metonym", "person", "surname", "organisation"):
            return False
        said = chunk.has("stance", "trigger") or self.pack.lemma(tokens[at - 1].low) in self.pack.speech.deeds
        verb = self.verbs.group(marked, mark.last) if said and mark.last < len(tokens) else None
        return verb is not None and verb.form == "finite"

    def _receives(self, marked: Marked, chunk: Chunk) -> bool:
        """«Sent Kyiv tanks»: a state right behind a verb that takes the recipient first."""
        forms = self.pack.verbs.get(marked.tokens[chunk.first - 1].low, ()) if chunk.first and not chunk.prep else ()
        name = marked.tokens[chunk.marks[0].first].text
        return any(f.lemma in self.pack.words.ditransitive for f in forms) and not name.isupper()

    def _receives_more(self, marked: Marked, chunk: Chunk, at: int) -> bool:
        """Is the phrase nothing but the name of a recipient so far, and an adjective of what is given follows?"""
        named = len(chunk.marks) == 1 and chunk.marks[0].last == at and chunk.marks[0].has("state", "metonym")
        return named and not chunk.unknown and self._receives(marked, chunk)


def _on_ground(chunk: Chunk) -> bool:
    """«In territorio tedesco | missili …»: a phrase of place that its adjective closes."""
    last = chunk.marks[-1] if chunk.marks else None
    closed = last is not None and last.has("adjective") and not last.nouns
    return bool(chunk.prep) and closed and chunk.marks[0].has("territory", "base", "stateword")


def hyphened(marked: Marked, at: int) -> bool:
    """Is the word at ``at`` glued to the one before by a hyphen?"""
    tokens = marked.tokens
    if not 1 <= at - 1 < len(tokens) or at >= len(tokens):
        return False
    return (
        tokens[at - 1].low in "-–"
        and tokens[at - 2].end == tokens[at - 1].start
        and tokens[at - 1].end == tokens[at].start
    )
