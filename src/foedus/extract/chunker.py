"""A marked sentence cut into a row of chunks."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from foedus.extract.chunks import Chunk
from foedus.extract.marks import Mark, Marked
from foedus.extract.verbs import VerbGroup, VerbReader
from foedus.packs.language import Language, language_in
from foedus.packs.words import Token, words_of

# who bears a name of their own, that no file knows
_BEARERS = ("office", "group", "counterpart")
_QUOTES = frozenset('“”«»"„')
# what the count of a vote may be made of that stands aside
_ASIDE = ("np", "other", "punct", "conj")


class Chunker:
    """Cuts marked sentences of one language into chunks."""

    def __init__(self, pack: Language) -> None:
        self.pack = pack
        self.verbs = VerbReader(pack)
        self.compounds, self.fixed = _phrases_of(pack.code, pack.folder)
        words = pack.words
        self.openers = words.articles | words.determiners | words.possessives
        self.skipped = self.openers | words.adverbs
        self.clausal = words.conjunctions | words.complementizers | words.relatives
        self.before_ordinals = words.articles | words.articulated
        self._groups: dict[int, VerbGroup | None] = {}

    def _base(self, word: str) -> str:
        return self.pack.bases.get(word, word)

    def chunks(self, marked: Marked) -> list[Chunk]:
        """The chunks of a sentence, in order, every token in one of them."""
        found: list[Chunk] = []
        self.verbs.times = frozenset(n for first, (last, _) in marked.times.items() for n in range(first, last))
        self._groups = {}
        at = 0
        while at < len(marked.tokens):
            chunk = self._one(marked, at, found)
            found.append(chunk)
            at = max(chunk.last, at + 1)
        return _with_asides(found, marked) if marked.tallies else found

    def _verb(self, marked: Marked, at: int) -> VerbGroup | None:
        """The verb group that begins at a word; each is read once, for a phrase that it ends and for itself."""
        if at not in self._groups:
            self._groups[at] = self.verbs.read(marked.tokens, marked.marks, at)
        return self._groups[at]

    def _one(self, marked: Marked, at: int, before: list[Chunk]) -> Chunk:
        tokens, words = marked.tokens, self.pack.words
        low = tokens[at].low
        if at in marked.times and not self._names_year(marked, at):
            last, time = marked.times[at]
            base = self.pack.bases.get(low)
            relations = words.prepositions[base].relations if base else ()
            return Chunk("time", at, last, relations=relations, time=time)
        if low in _QUOTES:
            return Chunk("quote", at, at + 1)
        if at in marked.numbers and at not in marked.marks:
            return self._phrase(marked, at, at, "", ())
        fixed = self._fixed(marked, at) or self._compound(marked, at)
        if fixed:
            return fixed
        name = at in marked.marks and marked.marks[at].last - at > 1 and not self.verbs.glued(tokens, at)
        verb = None if name else self._verb(marked, at)
        if verb:
            inside = next((marked.times[k][1] for k in range(at, verb.last) if k in marked.times), None)
            return Chunk("vg", at, verb.last, verb=verb, time=inside)
        if low in words.articles and at + 1 < len(tokens) and tokens[at + 1].low in words.agreeing_relatives:
            return Chunk("that", at, at + 2, words=(tokens[at + 1].low,))
        if low in words.articles and at + 1 < len(tokens) and tokens[at + 1].low in words.relatives:
            return Chunk("rel", at, at + 2, words=(tokens[at + 1].low,))  # "il cui"
        kind = self._connects(marked, at, before)
        if kind:
            return Chunk(kind, at, at + 1, words=(low,))
        if self._is_preposition(marked, at) and not (
            low in words.partitives
            and (not before or before[-1].kind != "np")
            and not self._goes_on(before)
            and self._some(marked, at + 1)
        ):
            base = self.pack.bases[low]
            return self._phrase(marked, at, at + 1, base, words.prepositions[base].relations)
        if at not in marked.marks and self._is_adverb(low) and not _hyphen(marked, at + 2):
            return Chunk("other", at, at + 1, words=(low,))
        if not low[:1].isalnum():
            return Chunk("punct", at, at + 1, words=(low,))
        return self._phrase(marked, at, at, "", ())

    def _goes_on(self, before: list[Chunk]) -> bool:
        """«Ministre des Armées et | des Anciens combattants»: a second "of" phrase behind "and", no article."""
        host = before[-2] if len(before) > 1 and before[-1].kind == "conj" else None
        return host is not None and host.kind == "np" and (host.has("office") or "of" in host.relations)

    def _some(self, marked: Marked, at: int) -> bool:
        """Can a partitive article stand before this word? Not in "se retire *du* Mali", "*du* traité"."""
        mark = marked.marks.get(at)
        if mark is None:
            return True
        one = self.pack.lemma(marked.tokens[at].low) == marked.tokens[at].low
        named = mark.has("state", "place", "metonym", "organisation")
        return not (named or (one and mark.has("treaty", "territory", "text", "bill")))

    def _connects(self, marked: Marked, at: int, before: list[Chunk]) -> str:
        """Kind of chunk of a pronoun or conjunction that joins clauses or phrases, "" for any other word."""
        low, words = marked.tokens[at].low, self.pack.words
        if low in words.manners and self._verb(marked, at + 1):
            return "sub"  # "comme l'a annoncé X"
        if low in words.complementizers or low in words.relatives:
            if low in words.restrictives and self._restricts(before):
                return "other"
            return "that" if low in words.complementizers else "rel"
        return "conj" if low in words.conjunctions and at not in marked.marks else ""

    def _restricts(self, before: list[Chunk]) -> bool:
        """«N'a signé que l'accord»: after a verb with half a negation."""
        last = next((c.verb for c in reversed(before[-3:]) if c.verb is not None), None)
        negators = self.pack.words.negators
        if any(c.words and c.words[0] in self.pack.words.negatives for c in before[-3:] if c.kind == "np"):
            return False  # "personne ne croit que"
        return last is not None and not last.negated and not negators.isdisjoint(last.clitics)

    def _fixed(self, marked: Marked, at: int) -> Chunk | None:
        """A fixed adverbial phrase or a subordinator of one or more words."""
        found = self.fixed.get(marked.tokens[at].low)
        if found is None:
            return None
        after = marked.tokens[at + 1].low if at + 1 < len(marked.tokens) else ""
        for phrase, kind in found:
            if len(phrase) > 1 and phrase[1] != after:
                continue
            words = tuple(t.low for t in marked.tokens[at : at + len(phrase)])
            if kind == "sub" and self._leans(marked, at):
                continue
            if words == phrase and (kind == "other" or at not in marked.marks):
                return Chunk(kind, at, at + len(phrase), words=(" ".join(phrase),))
        return None

    def _leans(self, marked: Marked, at: int) -> bool:
        """«Se ne vanno»: two pronouns before their verb, no conjunction."""
        words, after = self.pack.words, marked.tokens[at + 1 : at + 2]
        return marked.tokens[at].low in words.clitics and bool(after) and after[0].low in words.partitive_clitics

    def _is_adverb(self, low: str) -> bool:
        return low in self.pack.words.adverbs or low.endswith(self.pack.words.adverb_endings)

    def _is_preposition(self, marked: Marked, at: int) -> bool:
        """A preposition, and not a word that looks like one after an article ("il secondo")."""
        tokens, words = marked.tokens, self.pack.words
        if tokens[at].low not in self.pack.bases or at in marked.marks:
            return False
        before = tokens[at - 1].low if at else ""
        return tokens[at].low not in words.ordinals or before not in self.before_ordinals

    def _compound(self, marked: Marked, at: int) -> Chunk | None:
        found = self._compound_key(marked, at)
        return self._phrase(marked, at, at + found[0], found[1], found[2]) if found else None

    def _compound_key(self, marked: Marked, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """(number of words, name, relations) of the prepositional compound at a word."""
        tokens = marked.tokens
        low = tokens[at].low
        base = self.pack.bases.get(low, low)
        if low not in self.compounds and base not in self.compounds:
            return None
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        second = (after, self._base(after))
        for first in (low,) if base == low else (low, base):
            for key, name, relations in self.compounds.get(first, ()):
                if len(key) > 1 and key[1] not in second:
                    continue  # most of them: nothing is compared word by word
                window = tokens[at : at + len(key)]
                if len(window) == len(key) and all(
                    w in (t.low, self._base(t.low)) for t, w in zip(window, key, strict=True)
                ):
                    return len(key), name, relations
        return None

    def _phrase(self, marked: Marked, first: int, at: int, prep: str, relations: tuple[str, ...]) -> Chunk:
        """A noun phrase from word ``at``; with a preposition right before a verb, that verb group."""
        tokens, words = marked.tokens, self.pack.words
        chunk = Chunk("np", first, at, prep, relations)
        if prep and at < len(tokens) and at not in marked.times:
            verb = self._verb(marked, at)
            if verb and verb.form in ("inf", "ger"):
                if first and words.head_final and tokens[first - 1].low in words.negators:
                    verb = msgspec.structs.replace(verb, negated=True)  # "not to renew"
                return Chunk("vg", first, verb.last, prep, relations, verb=verb)
        low: list[str] = []
        counting: list[int] = []
        if prep:
            chunk.article = tokens[at - 1].low if tokens[at - 1].low in words.articulated else ""
        while at < len(tokens) and not self._stops(marked, at, chunk, low):
            if tokens[at].low in _QUOTES:
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

    def _names_year(self, marked: Marked, at: int) -> bool:
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
        verb = self._verb(marked, mark.last) if mark.last < len(tokens) else None
        return verb is not None and verb.form == "finite"

    def _contact_clause(self, marked: Marked, at: int, chunk: Chunk) -> bool:
        """«…, a charge | Kigali rejects»: behind a word for what was said or done, set beside, a name before a verb."""
        tokens, mark = marked.tokens, marked.marks[at]
        beside = chunk.first > 0 and tokens[chunk.first - 1].low == "," and not chunk.prep and at > chunk.first + 1
        if not beside or not mark.has("state", "metonym", "person", "surname", "organisation"):
            return False
        said = chunk.has("stance", "trigger") or self.pack.lemma(tokens[at - 1].low) in self.pack.speech.deeds
        verb = self.verbs.read(tokens, marked.marks, mark.last) if said and mark.last < len(tokens) else None
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

    def _stops(self, marked: Marked, at: int, chunk: Chunk, low: list[str]) -> bool:
        """Does the noun phrase end before this word?"""
        tokens, words = marked.tokens, self.pack.words
        token = tokens[at]
        if at in marked.times:
            return not (self._names_year(marked, at) or (bool(low) and self._lasts(marked, at)))
        if at in marked.numbers and at not in marked.marks:
            ranked = words.head_final and len(low) == 2 and low[0] in words.articles | words.possessives
            return bool(chunk.marks) or (bool(chunk.unknown) and not ranked)  # "its last two bases"
        if at in marked.marks:
            mark = marked.marks[at]
            named = any(m.has("state", "metonym") for m in chunk.marks)
            apart = named and (mark.has("person", "office") or not mark.entities) and not _hyphen(marked, at)
            apart = apart and not (
                words.head_final and chunk.marks[-1].last == at and not self._receives(marked, chunk)
            )
            apart = apart or (not words.head_final and _on_ground(chunk) and mark.has("arms", "forces", "goods"))
            twice = named and chunk.unknown.isalpha() and words.head_final and mark.has("state", "metonym")
            apart = apart or twice  # "help Russia fight Ukraine"
            single = mark.last - at == 1 or self.verbs.glued(tokens, at) is not None
            verb = chunk.marks and single and self._verb(marked, at)
            return bool(apart or verb or self._opens_clause(marked, at, chunk, low))
        if token.low in _QUOTES:
            ahead = at + 1 < len(tokens)
            return not (ahead and token.low in '“«"„' and not chunk.marks)
        if low and low[-1] not in words.articles and token.low.endswith(words.adverb_endings):
            return True
        if token.low == "-":
            return not _hyphen(marked, at + 1)
        if not token.low[0].isalnum():
            return not (token.low == "." and self._initial(tokens, at))
        if not low and chunk.prep and token.low in words.partitives:
            return False  # "à des alliés"
        if token.low in self.clausal or self._is_preposition(marked, at):
            return True
        if self._fixed(marked, at):
            return True
        if low and self._compound_key(marked, at):
            return True
        open_ = not low or low[-1] in words.determiners or low[-1] in words.articles  # "l'uno", "tutti i"
        if chunk.marks and words.head_final and not token.capital and self._receives_more(marked, chunk, at):
            return True  # "gave Kyiv advanced weapons"
        pointing = token.low in words.demonstratives and not words.head_final
        own = token.low in words.possessives and not words.head_final and bool(chunk.prep and chunk.unknown)
        pointing = pointing or own or (token.low in words.possessives and bool(chunk.marks))
        new_phrase = (token.low in words.articles or pointing) and not open_
        return new_phrase or self._verb(marked, at) is not None


Compounds = dict[str, list[tuple[tuple[str, ...], str, tuple[str, ...]]]]
Fixed = dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def _phrases_of(code: str, folder: Path) -> tuple[Compounds, Fixed]:
    """By first word, the longest first: prepositional compounds, and fixed phrases with their kind of chunk."""
    pack = language_in(code, folder)
    compounds: Compounds = {}
    for name, relations in pack.words.compounds.items():
        key = tuple(pack.bases.get(w, w) for w in words_of(name))
        compounds.setdefault(key[0], []).append((key, name, relations))
    fixed: Fixed = {}
    for kind, phrases in (("other", pack.words.adverbials), ("sub", pack.words.subordinators)):
        for phrase in phrases:
            words = words_of(phrase)
            fixed.setdefault(words[0], []).append((words, kind))
    for entries in compounds.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    for pairs in fixed.values():
        pairs.sort(key=lambda entry: -len(entry[0]))
    return compounds, fixed


def _on_ground(chunk: Chunk) -> bool:
    """«In territorio tedesco | missili …»: a phrase of place that its adjective closes."""
    last = chunk.marks[-1] if chunk.marks else None
    closed = last is not None and last.has("adjective") and not last.nouns
    return bool(chunk.prep) and closed and chunk.marks[0].has("territory", "base", "stateword")


def _hyphen(marked: Marked, at: int) -> bool:
    """Is the word at ``at`` glued to the one before by a hyphen?"""
    tokens = marked.tokens
    if not 1 <= at - 1 < len(tokens) or at >= len(tokens):
        return False
    return (
        tokens[at - 1].low in "-–"
        and tokens[at - 2].end == tokens[at - 1].start
        and tokens[at - 1].end == tokens[at].start
    )


def _with_asides(row: list[Chunk], marked: Marked) -> list[Chunk]:
    """The row in which the count of a vote that has no verb of its own is one aside ("by 287 votes to 55", "(71-26)").

    Commas or brackets on both sides of it are part of it.
    """
    for tally in marked.tallies:
        starts = {marked.tokens[c.first].start: n for n, c in enumerate(row)}
        ends = {marked.tokens[c.last - 1].end: n for n, c in enumerate(row)}
        first, last = starts.get(tally.span.start), ends.get(tally.span.end)
        if first is None or last is None:
            continue
        around = (row[first - 1].words if first else (), row[last + 1].words if last + 1 < len(row) else ())
        closed = around in (((",",), (",",)), (("(",), (")",)))
        if any(c.kind not in _ASIDE and not (closed and _loose(c)) for c in row[first : last + 1]):
            continue
        first, last = (first - 1, last + 1) if closed else (first, last)
        words = " ".join(t.low for t in marked.tokens[row[first].first : row[last].last])
        row[first : last + 1] = [Chunk("other", row[first].first, row[last].last, words=(words,))]
    return row


def _loose(chunk: Chunk) -> bool:
    return chunk.verb is not None and not chunk.verb.finite
