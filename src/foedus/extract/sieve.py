"""A sieve: one look at each word tells which sentences can open a frame at all; the others need no reading.

Every word has a mask, kept by its form: what it may name, and the triggers that it may be. A trigger has rules, each a
row of masks of which every one must meet the sentence's. The sieve may let through what says nothing, and must never
hold back what does: ``tests/extract/test_sieve.py`` compares.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, reduce
from operator import or_
from typing import Final, NamedTuple

from foedus.expressions.fold import fold
from foedus.expressions.grammar import grammar
from foedus.extract.concern import LIKELY, SURE, score
from foedus.extract.features import ACTING, Features, Longer, signature
from foedus.extract.lexicon import Lexicon
from foedus.extract.titles import LONGEST, SHOWN
from foedus.extract.verbs import readings
from foedus.model import Interval, Span
from foedus.packs.conjugation import VerbForm
from foedus.packs.words import Token, tokenize

_KEPT: Final = 200_000  # words with what clings to them; about 100 MB when full
_AHEAD: Final = dt.timedelta(days=31)  # as Pacts._alive
_QUOTED: Final = 20  # characters around the words of a sentence
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")


class _Piece(NamedTuple):
    """What stands between two blanks: its mask, those of its words, and the longer entries that they are part of.

    ``lent`` is its mask where a participle follows that its last word helps, None where that is no auxiliary;
    ``states`` are those that it may name, with the words around it too.
    """

    mask: int
    masks: tuple[int, ...]
    longer: tuple[Longer, ...]
    lent: int | None
    states: int


class _Pieces(dict[str, _Piece]):
    """Piece as written → what it is, made when it is first met. Bounded."""

    def __init__(self, make: Callable[[str], _Piece]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, piece: str) -> _Piece:
        if len(self) >= _KEPT:
            self.clear()
        made = self[piece] = self.make(piece)
        return made


class Sieve(Features):
    """The sieve of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self.pronominal = sum(b for b, rules in self.rules.items() if any(self.bit("pronoun") in r for r in rules))
        self.acting = self.any(ACTING)
        self.shown, self.named = self.sorts((*SHOWN, "arms")), self.any((*ACTING, "adjective", "place"))
        self._fills = (
            ("persons", self.any(("person", "surname", "office"))),
            ("bodies", self.bit("organisation")),
            ("officials", self.bit("office")),
            ("ministries", self.any(("ministry", "organisation"))),
            ("ministry", self.any(("ministry", "organisation"))),
            ("chamber", self.bit("body")),
            ("year", self.bit("year")),
        )
        self.forces, self.owned = self.any(("forces", "army")), self.any(("adjective", "state", "metonym", "army"))
        self.provides = self.any(("treaty", "text", "provides", "pair"))
        self.spoken = self.acting | self.provides | self.bit("accession")
        self.treaty = self.bit("treaty")
        self.office, self.placed = self.bit("office"), self.any(("state", "adjective", "metonym", "organisation"))
        self.both = self.bit("both")
        self.asks, self.saying = self.bit("asks"), self.bit("saying")
        self.pointed = bool(self.pack.words.pronouns or self.pack.words.subject_pronouns)
        self.judges, self.estimate = self.bit("judges"), self.bit("estimate")
        self.sure, self.likely = self.any(SURE), tuple(map(self.bit, LIKELY))
        self.participle = self.bit("participle")
        auxiliaries = self.pack.tables.auxiliaries
        self.helping = frozenset((*auxiliaries.get("have", ()), *auxiliaries.get("be", ())))
        self.dating = grammar(self.pack.code).triggers.keys()
        self.currencies = self._numbers.currencies()
        self.pieces = _Pieces(self._piece)

    # ---- features ---------------------------------------------------------------------------------------------------

    def _mask(self, token: Token) -> int:
        low = self.pack.words.capitals.get(token.text, token.low)
        lemma = self.pack.lemma(low)
        proper = self._proper.get(low, 0) if token.capital else 0
        found = proper | signature(low) | signature(lemma) | self._words.get(low, 0) | self._lemmas.get(lemma, 0)
        listed = self.pack.verbs.get(low, ())
        clitic, guessed = ("", ()) if listed else readings(self.pack.code, self.pack.folder, low)
        found |= reduce(or_, map(self._verb, listed or guessed), 0)
        found |= self._words.get(clitic, 0)
        if clitic in self.pack.words.object_clitics | self.pack.words.partitive_clitics:
            found |= self.bit("pronoun")
        if any(c.isdigit() for c in low) or not self._numbers.idle(low):
            found |= self.bit("number")
        if _YEAR.search(low):
            found |= self.bit("year")
        loose = [form for form in listed or guessed if not form.finite]
        if loose and all(f.mood == "part" for f in loose) and not token.capital and low not in self.dating:
            found |= self.bit("participle")
        return found

    def _verb(self, form: VerbForm) -> int:
        reflexive = self.pack.tables.reflexive_of(form.lemma)
        ahead = self.bit("provides") if form.tense == "fut" else 0  # "will be housed in …", see duties.py
        return ahead | self.bit("verb") | self._verbs.get(form.lemma, 0) | self._verbs.get(reflexive, 0)

    def _piece(self, piece: str) -> _Piece:
        tokens = tuple(tokenize(piece))
        masks = tuple(map(self._mask, tokens))
        for one, hyphen, two in zip(tokens, tokens[1:], tokens[2:], strict=False):  # "test-fires"
            glued = self.pack.verbs.get(f"{one.low}-{two.low}", ()) if hyphen.low == "-" else ()
            masks += tuple(self._verb(form) for form in glued)
        mask = reduce(or_, masks, 0) | (self.bit("money") if self.currencies.search(fold(piece)) else 0)
        longer = [e for t in tokens for e in self._longer_words.get(t.low, ())]
        longer += [e for t in tokens for e in self._longer_lemmas.get(self.pack.lemma(t.low), ())]
        states = reduce(or_, (entry.mask for entry in longer), mask) & self.states
        return _Piece(mask, masks, tuple(longer), self._lent(tokens, masks), states)

    def _lent(self, tokens: Sequence[Token], masks: Sequence[int]) -> int | None:
        """What remains of the piece where its last word only helps the participle after it ("è stato | firmato")."""
        forms = self.pack.verbs.get(tokens[-1].low, ()) if tokens else ()
        if not forms or not all(form.lemma in self.helping for form in forms):
            return None
        opened = reduce(or_, map(self._verb, forms)) & (self.heads[0] | self.heads[1])
        last = masks[len(tokens) - 1] & ~(opened & ~self._lemmas.get(self.pack.lemma(tokens[-1].low), 0))
        return reduce(or_, masks[: len(tokens) - 1], last)

    def look(self, text: str, span: Span) -> int:
        """The mask of a sentence: what its words may be, and what they may be together."""
        pieces = self.pieces
        row = [pieces[piece] for piece in span.of(text).split()]  # no word holds a blank
        bits, participle = self._bits, self.participle
        found = 0
        helping: _Piece | None = None
        for piece in row:
            if helping is not None:
                found |= (helping.lent or 0) if piece.masks and piece.masks[0] & participle else helping.mask
            helping = piece if piece.lent is not None else None
            if helping is None:
                found |= piece.mask
        if helping is not None:
            found |= helping.mask
        for piece in row:
            for others, mask in piece[2]:
                if found & others == others:
                    found |= mask
        if found & bits["adjective"] and found & bits["number"]:
            found |= bits["counted people"]
        if found & bits["possessive"] and found & (bits["stateword"] | bits["forces"]):
            found |= bits["own"]
        if found & bits["pronoun word"] and found & self.pronominal and self._leans(row):
            found |= bits["pronoun"]
        return found | (bits["asks"] if text[span.end - 1] == "?" else 0)

    def _leans(self, row: Sequence[_Piece]) -> bool:
        """Does a pronoun stand right before what may be a verb?"""
        bits = self._bits
        pronoun, leaning, verb = bits["pronoun word"], bits["leaning"], bits["verb"]
        ahead = False
        for piece in row:
            for mask in piece.masks:
                if ahead and mask & verb:
                    return True
                ahead = bool(mask & pronoun) or (ahead and bool(mask & leaning))
        return False

    def score(self, mask: int) -> int:
        """How much a sentence has to do with states, forces, arms, treaties or diplomacy (``concern.score``)."""
        likely = sum(bool(mask & bit) for bit in self.likely)
        return score(bool(mask & self.sure), likely, (mask & self.states).bit_count())

    def opens(self, mask: int, known: bool) -> bool:
        """May a trigger in a sentence with this mask give a claim or a gap; is a treaty ``known``?"""
        heads = mask & self.heads[known]
        while heads:
            head = heads & -heads
            heads ^= head
            for rule in self.rules[head]:
                for wanted in rule:
                    if not mask & wanted:
                        break
                else:
                    return True
        return False

    def titled(self, mask: int, span: Span) -> bool:
        """May a short sentence with this mask tell without a verb where forces are, or whither arms go?"""
        return bool(mask & self.shown and mask & self.named) and span.end - span.start <= LONGEST + _QUOTED

    def knows_treaty(
        self, masks: Sequence[int], published: Interval | None, named: Callable[[], Sequence[int]]
    ) -> bool:
        """May an article of these sentences come to know a treaty: by name, by a body joined, by its two states?

        Two states that are named but once have no treaty in mind. ``named`` gives ``states_named``, for few need it.
        """
        whole = reduce(or_, masks, 0)
        if whole & self.treaty:
            return True
        founded = self.bit("founded")
        if whole & founded and (
            whole & self.bit("accession") or any(mask & founded and self._joins_body(mask) for mask in masks)
        ):
            return True
        limit = published.last if published else None
        likely = {
            state
            for one, two, signed in self.pairs
            if whole & one and whole & two and (limit is None or signed is None or signed <= limit + _AHEAD)
            for state in (one, two)
        }
        if likely and whole & self.bit("stand-in"):
            return True
        words = named() if likely else ()
        often = {state for state in likely if sum(bool(word & state) for word in words) > 1}
        return any(one in often and two in often for one, two, _ in self.pairs)

    def _joins_body(self, mask: int) -> bool:
        return any(all(mask & wanted for wanted in rule) for rule in self.joining)

    def states_named(self, text: str, spans: Iterable[Span]) -> list[int]:
        """For each word of the sentences that may name states, alone or with others, which."""
        pieces = (self.pieces[piece] for span in spans for piece in span.of(text).split())
        return [piece.states for piece in pieces if piece.states]

    def fills(self, mask: int, known: bool) -> frozenset[str]:
        """The memory (``Discourse``) that a sentence with this mask may change; may a treaty be ``known``?"""
        found = [name for name, wanted in self._fills if mask & wanted]
        if mask & self.forces and mask & self.owned and not mask & self.asks:
            found += ["units", "bases"]
        if known and mask & self.spoken:
            found.append("lead")
        if mask & self.acting:
            found += ["states", "pair", "groups"]
            if not mask & self.asks:
                found += ["subject", "speaker"] if mask & self.saying else ["subject"]
        if not mask & self.asks:
            found += ["subject_before", "subject_earlier"]
        return frozenset(found)


@cache
def sieve_of(lexicon: Lexicon) -> Sieve:
    """The sieve of a lexicon, made once."""
    return Sieve(lexicon)
