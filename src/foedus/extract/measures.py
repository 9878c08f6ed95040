"""How much a treaty lays down: its ceilings, each a provision of its own, and how long it holds."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

import msgspec

from foedus.expressions.measures import Length, find_lengths, has_ceiling, uncounted, unit_of
from foedus.expressions.numbers import NumberMention
from foedus.extract.chunks import Chunk, nested
from foedus.extract.draft import Draft
from foedus.extract.marks import Marked
from foedus.model import Quantity
from foedus.packs.language import Language

_FEW: Final = 2  # "chacun des deux" counts the parties
_ITEM: Final = 7  # words before the number of a thing listed
_LOOKS: Final = 60  # characters behind a number in which what it counts may stand
_HIGH: Final = ("<=", "<")


class _Counted(NamedTuple):
    """A number at word ``at``, with its phrase."""

    at: int
    number: NumberMention
    phrase: Chunk


class Measures:
    """Reads in one sentence the numbers of what is laid down."""

    def __init__(self, pack: Language, row: Sequence[Chunk], marked: Marked) -> None:
        self.pack, self.row, self.marked = pack, row, marked
        self.capping = pack.triggers.provision.capping

    def quantity(self, draft: Draft, told: str) -> Quantity | None:
        """The one number of things laid down, else the one length of time; None for none or several.

        ``told`` is the verb. What is capped has its number as the most that it may be, the first of several.
        """
        counted = self._counted(draft, told)
        if counted:
            capped = self._capped(draft, told, counted)
            return self._of(counted[0], capped, draft) if capped or len(counted) == 1 else None
        lengths = self._lengths(draft)
        return self._lasting(lengths[0]) if lengths else None

    def apart(self, draft: Draft, told: str) -> Iterator[Draft]:
        """One more provision for each further ceiling or length of a list ("1,550 warheads and 700 missiles")."""
        if told in self.capping:
            draft.last = self._reach(draft)
        counted = self._counted(draft, told)
        capped = self._capped(draft, told, counted)
        draft.quantity = self.quantity(draft, told)
        listed = list(takewhile(self._listed, pairwise(counted))) if capped else []
        more = [(self._word(n.phrase, n.at), self._of(n, True, draft)) for _, n in listed]
        if not counted:
            parts = [(self._clause(length), self._lasting(length)) for length in self._lengths(draft)[1:]]
            kind = draft.quantity.kind if draft.quantity is not None else ""
            more = [(s, q) for s, q in parts if s is not None and kind and q.kind != kind]
        ends = [*(s for s, _ in more), draft.last]
        for n, (start, quantity) in enumerate(more):
            if not draft.first < start < ends[n + 1]:
                continue
            if n == 0:
                draft.last = self._without_joint(start)
            end = ends[n + 1] if n + 1 == len(more) else self._without_joint(ends[n + 1])
            yield replace(draft, first=start, last=end, head=start, quantity=quantity, because=list(draft.because))

    def _listed(self, two: tuple[_Counted, _Counted]) -> bool:
        """Do two numbers stand in one list, no clause between them?"""
        between = (c for c in self.row if two[0].phrase.last <= c.first < two[1].phrase.first)
        return not any(
            c.kind in ("that", "rel", "sub") or (c.verb is not None and c.verb.finite and not c.verb.doubtful)
            for c in between
        )

    def _counted(self, draft: Draft, told: str) -> list[_Counted]:
        """The numbers of things; the two parties are counted too, and are no quantity, nor is what counts articles."""
        text, code = self.marked.text, self.pack.code
        timed = [t.span for _, t in self.marked.times.values()] + [x.span for x in self._lengths(draft)]
        found: list[_Counted] = []
        told_apart = told in self.capping or self._ceiling(draft)
        for at in sorted(self.marked.numbers):
            last, number = self.marked.numbers[at]
            if not draft.first <= at < draft.last or number.kind == "ordinal":
                continue
            if any(s.start < number.span.end and number.span.start < s.end for s in timed):
                continue
            phrase = next((p for c in self.row if c.kind == "np" for p in nested(c) if p.first <= at < p.last), None)
            few = number.low is not None and number.low <= _FEW
            if phrase is None or phrase.has("pair") or (few and phrase.has("stateword")):
                continue
            behind = text[number.span.end : self.marked.tokens[phrase.last - 1].end]
            if uncounted(behind, code) or any(word.isalpha() and uncounted(word, code) for word in behind.split()[-1:]):
                continue
            thing = last < phrase.last or number.kind in ("money", "percent") or bool(self._unit_behind(number))
            if few and (told_apart or not thing):
                continue
            if thing or told_apart:
                found.append(_Counted(at, number, phrase))
        return found

    def _reach(self, draft: Draft) -> int:
        """«Caps warheads at 1,550 and deployed launchers at 700»: the word after the last thing capped."""
        last = draft.last
        while (more := self._item(last)) is not None:
            last = more
        return last

    def _item(self, at: int) -> int | None:
        """The word after one more thing of a list, behind the "and" or comma at a word; None where none follows."""
        tokens, joints = self.marked.tokens, self.pack.words.conjunctions | {","}
        if at >= len(tokens) or tokens[at].low not in joints:
            return None
        start = at + 1 + (tokens[at].low == "," and at + 1 < len(tokens) and tokens[at + 1].low in joints)
        ahead = next((n for n in range(start, min(start + _ITEM, len(tokens))) if n in self.marked.numbers), None)
        if ahead is None or any(not t.low[0].isalnum() for t in tokens[start:ahead]):
            return None
        end = self.marked.numbers[ahead][0]
        links = self.pack.bases.keys() | self.pack.words.articles
        if all(t.low in links for t in tokens[start:ahead]):  # "and 700 launchers", "e di 700 vettori"
            ends = (n for n in range(end, len(tokens)) if tokens[n].low in joints or not tokens[n].low[0].isalnum())
            return next(ends, len(tokens))
        closes = end >= len(tokens) or not tokens[end].low.isalpha()
        return end if closes and tokens[ahead - 1].low in self.pack.bases else None

    def _ceiling(self, draft: Draft) -> bool:
        return has_ceiling(self.marked.words(draft.first, draft.last), self.pack.code)

    def _capped(self, draft: Draft, told: str, counted: Sequence[_Counted]) -> bool:
        if not counted:
            return False
        number = counted[0].number
        plain = number.low == number.high and number.comparator == "="
        return (plain and (told in self.capping or self._ceiling(draft))) or number.comparator in _HIGH

    def _of(self, one: _Counted, capped: bool, draft: Draft) -> Quantity:
        number = one.number
        if capped and number.comparator == "=" and number.low == number.high:
            number = msgspec.structs.replace(number, low=None, comparator="<=")
        if self._denied(draft) and number.comparator == ">":  # "does not allow more than 1,550"
            number = msgspec.structs.replace(number, low=None, high=number.low, comparator="<=")
        text = self.marked.text[number.span.start : number.span.end]
        unit = self._unit(one, draft)
        return Quantity(number.low, number.high, number.comparator, unit, unit, text)

    def _denied(self, draft: Draft) -> bool:
        """«Does not allow more than …», «neither side may deploy more than …»."""
        before = self.marked.tokens[max(0, draft.first - 4) : draft.first + 1]
        return draft.polarity == "negative" or any(t.low in self.pack.words.negatives for t in before)

    def _unit(self, one: _Counted, draft: Draft) -> str:
        """What is counted: the money or per cent, else what follows, else what stands before."""
        if one.number.unit:
            return "percent" if one.number.unit == "%" else one.number.unit
        tokens, text, code = self.marked.tokens, self.marked.text, self.pack.code
        phrase = text[one.number.span.end : tokens[one.phrase.last - 1].end]
        near = unit_of(phrase, code) or ("" if phrase.strip() else self._unit_behind(one.number))
        key = next((m.key for m in one.phrase.marks), "")
        start = self._word(Chunk("np", draft.first, draft.first), one.at)
        return near or key or unit_of(text[tokens[max(start, draft.first)].start : one.number.span.start], code)

    def _unit_behind(self, number: NumberMention) -> str:
        """What is counted by the words right behind a number."""
        end = min(self.marked.tokens[-1].end, number.span.end + _LOOKS)
        return unit_of(self._until_joint(self.marked.text[number.span.end : end]), self.pack.code)

    def _until_joint(self, text: str) -> str:
        """The words up to the next "and" or comma."""
        kept: list[str] = []
        for word in text.split():
            if word.lower() in self.pack.words.conjunctions:
                break
            kept.append(word)
            if word.endswith((",", ";", ".", ":")):
                break
        return " ".join(kept)

    def _lengths(self, draft: Draft) -> list[Length]:
        return self.lengths(draft.first, draft.last)

    def lengths(self, first: int, last: int) -> list[Length]:
        """The lengths of time that the words from ``first`` to ``last`` (excluded) tell."""
        start, end = self.marked.tokens[first].start, self.marked.tokens[last - 1].end
        known = [t for _, t in self.marked.times.values()]
        return list(find_lengths(self.marked.text, self.pack.code, start, end, known))

    def _lasting(self, length: Length) -> Quantity:
        low = None if length.comparator == "<=" else length.value
        return Quantity(
            low, length.value, length.comparator, length.unit, length.kind, length.span.of(self.marked.text)
        )

    def _word(self, phrase: Chunk, at: int) -> int:
        """Where the part of a list begins whose number stands at a word: behind the "and" or comma before it."""
        tokens = self.marked.tokens
        for n in range(at, max(at - 8, 0), -1):
            if tokens[n - 1].low in self.pack.words.conjunctions or tokens[n - 1].low in (",", ";"):
                return n
        return min(phrase.first, at)

    def _clause(self, length: Length) -> int | None:
        """Where the part of the sentence begins that tells a further length; None where it opens with no joint."""
        tokens = self.marked.tokens
        at = next(n for n, t in enumerate(tokens) if t.end > length.span.start)
        start = self._word(Chunk("np", at, at), at)
        opens = {c.kind for c in self.row if start <= c.first <= at}
        joint = tokens[start - 1].low in self.pack.words.conjunctions or tokens[start - 1].low in (",", ";")
        return start if joint and not opens & {"that", "rel", "sub"} else None

    def _without_joint(self, start: int) -> int:
        """The word after the last one before a joint."""
        tokens, last = self.marked.tokens, start
        while tokens[last - 1].low in self.pack.words.conjunctions or tokens[last - 1].low in (",", ";"):
            last -= 1
        return last
