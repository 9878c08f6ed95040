"""Plain values of numbers: numerals, fractions, ratios, powers, mixed numbers, as one value each."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from foedus.expressions.amount_items import Item, pieces
from foedus.expressions.lexicon import Atom, add_up

_GAP: Final = re.compile(r"\s*-?\s*")


class _Found(NamedTuple):
    """A reading of the items up to ``stop``; ``rank`` prefers one reading of the same stretch to another."""

    stop: int
    value: float
    rank: int = 0


class Values:
    """Reads the longest value at each item of a row."""

    def __init__(self, low: str, language: str, row: list[Item]) -> None:
        self.low, self.row, self.page = low, row, pieces(language)

    def read(self) -> Iterator[tuple[int, int, float]]:
        """Start, end and value of each number, in order, without overlap."""
        at = 0
        while at < len(self.row):
            found = self._signed(at)
            if found is None:
                at += 1
                continue
            stop, start, value = found
            yield start, self.row[stop - 1].end, value
            at = stop

    def _signed(self, at: int) -> tuple[int, int, float] | None:
        item = self.row[at]
        if item.role == "minus":
            found = self._value(at + 1) if self._near(at) else None
            return (found.stop, item.start, -found.value) if found else None
        found = self._value(at)
        if found is None or self._idle(at, found.stop):
            return None
        minus = re.search(r"(?<![^\s(])-\Z|\A\s*- \Z", self.low[: item.start])
        if minus and (item.digits or found.stop > at):
            return found.stop, item.start - len(minus[0].lstrip()), -found.value
        return found.stop, item.start, found.value

    def _idle(self, at: int, stop: int) -> bool:
        """An article or pronoun alone."""
        item = self.row[at]
        if stop != at + 1 or not item.atoms or item.atoms[0].role != "one":
            return False
        word = self.low[item.start : item.end]
        return word not in self.page.alone or bool(self.page.pronoun.search(self.low, 0, item.start))

    def _near(self, at: int) -> bool:
        """Does the next item follow with nothing but a blank or a hyphen between?"""
        if at + 1 >= len(self.row):
            return False
        gap = self.low[self.row[at].end : self.row[at + 1].start]
        return bool(_GAP.fullmatch(gap)) or gap == "'"

    def _is(self, at: int, role: str) -> bool:
        return at < len(self.row) and self.row[at].role == role and (at == 0 or self._near(at - 1))

    def _value(self, at: int) -> _Found | None:
        readings = [*self._plain(at), *self._fractions(at), *self._mixed(at), *self._halves(at), *self._decimals(at)]
        return max(readings, key=lambda r: (r.stop, r.rank), default=None)

    def _cardinals(self, at: int) -> Iterator[_Found]:
        """Each stretch of items from here that is one numeral."""
        atoms: list[Atom] = []
        stop = at
        while stop < len(self.row) and (stop == at or self._near(stop - 1)):
            item = self.row[stop]
            if item.role == "join" and atoms and not self.row[stop - 1].digits and self._number(stop + 1):
                stop += 1
                continue
            if item.role != "number" or (item.atoms[0].role == "collective"):
                return
            if atoms and item.digits and not self._after_scale(stop):
                return
            if atoms and item.digits and item.atoms[0].value < 1:
                return
            atoms += (Atom("add", item.atoms[0].value),) if atoms and item.digits else item.atoms
            stop += 1
            if len(atoms) == 2 and atoms[0].role == "digits" and atoms[1].role == "hundred":
                yield _Found(stop, _neat(atoms[0].value * atoms[1].value))  # 322 hundred
                continue
            lone = atoms[0].role in ("scale",) and len(atoms) == 1
            value = float(item.value) if item.digits and len(atoms) == 1 else add_up(atoms, glued=True)
            if value is None and item.role == "number" and atoms[-1].role != "scale":
                return
            if value is not None and not (lone and self.low[item.start : item.end] not in self.page.lex.alone):
                yield _Found(stop, value)

    def _number(self, at: int) -> bool:
        return at < len(self.row) and self.row[at].role == "number" and self._near(at - 1)

    def _after_scale(self, at: int) -> bool:
        before = self.row[at - 1]
        if before.role == "join":
            before = self.row[at - 2]
        return bool(before.atoms) and before.atoms[-1].role in ("scale", "hundred")

    def _plain(self, at: int) -> Iterator[_Found]:
        """Numerals, with a collective where one follows: "three dozen", "three hundred and two dozen"."""
        yield from self._cardinals(at)
        for count in [_Found(at, 1), *self._cardinals(at)]:
            if self._is(count.stop, "number") and self.row[count.stop].atoms[0].role == "collective":
                last = self.row[count.stop - 1] if count.stop - at > 2 else None
                size = float(self.row[count.stop].atoms[0].value)
                if last and self.row[count.stop - 2].role == "join":
                    few = float(last.atoms[0].value)
                    yield _Found(count.stop + 1, count.value - few + few * size)
                elif (
                    count.stop > at or self.low[self.row[at].start : self.row[at].end] in self.page.lex.form.collectives
                ):
                    yield _Found(count.stop + 1, count.value * size)

    def _denominators(self, at: int) -> Iterator[_Found]:
        """A word that divides, alone or after tens and hundreds ("thirty fifths")."""
        if self._is(at, "rank") and self.row[at].value > 2:
            yield _Found(at + 1, self.row[at].value, at)
        for base in self._cardinals(at) if self.page.lex.form.amounts.split_ranks else ():
            stop = base.stop + 1 if self._is(base.stop, "join") else base.stop
            if self._is(stop, "rank") and base.value >= 20 and self.row[at].atoms[0].role == "add":
                rank = self.row[stop].value
                if rank < 20 and base.value % 10 == 0 and (base.value % 100 == 0 or rank < 10):
                    yield _Found(stop + 1, base.value + rank, at)

    def _fractions(self, at: int) -> Iterator[_Found]:
        for top in self._cardinals(at):
            tied = (
                self.low[self.row[top.stop - 1].end : self.row[top.stop].start].strip()
                if top.stop < len(self.row)
                else ""
            )
            if self._is(top.stop, "slash") and self._is(top.stop + 1, "number") and self.row[top.stop + 1].digits:
                below = float(self.row[top.stop + 1].value)
                if self._is(top.stop + 2, "slash") or (at and self._is(at - 1, "slash")):
                    continue
                if below and top.value == int(top.value) and below == int(below):
                    yield _Found(top.stop + 2, top.value / below, 3)
                continue
            ahead = self.row[top.stop].start if top.stop < len(self.row) else len(self.low)
            if self.row[top.stop - 1].digits and self.page.coin.match(self.low, ahead):
                continue  # 34 cents, though "one hundredth" in words
            for bottom in self._denominators(top.stop):
                compound = bottom.stop > top.stop + 1
                if not (compound and tied):
                    yield _Found(bottom.stop, top.value / bottom.value, 2 if compound else 1)
            if self._is(top.stop, "half"):
                yield _Found(top.stop + 1, top.value / 2, 1)
            if self._is(top.stop, "over"):
                for bottom in self._cardinals(top.stop + 1):
                    free = 0 < top.value < bottom.value
                    if free or not re.match(r"\s*[^\W\d_]", self.low[self.row[bottom.stop - 1].end :][:3]):
                        yield _Found(bottom.stop, top.value / bottom.value, 1)

    def _parts(self, at: int) -> Iterator[_Found]:
        """A fraction below one, or half: what may follow a whole."""
        yield from (f for f in self._fractions(at) if f.value < 1)
        word = self.low[self.row[at].start : self.row[at].end] if at < len(self.row) else ""
        if self._is(at, "half") or (self._is(at, "rank") and word in self.page.denominators):
            yield _Found(at + 1, 1 / self.row[at].value)

    def _mixed(self, at: int) -> Iterator[_Found]:
        """ "a hundred and two thirds", "2 1/4", "five billion and three quarters", "five and a half million"."""
        for whole in self._cardinals(at):
            joined = self._is(whole.stop, "join")
            if not joined and not (
                self._number(whole.stop) and self.row[whole.stop].digits and self.row[whole.stop - 1].digits
            ):
                continue
            last = self.row[whole.stop - 1].atoms[-1]
            for part in self._parts(whole.stop + 1 if joined else whole.stop):
                scale = last.value if last.role == "scale" and last.value >= 10**6 else 1
                yield _Found(part.stop, whole.value + part.value * scale, 4)
                if size := self._scale(part.stop):
                    more = size * (whole.value if scale == 1 else 1)
                    yield _Found(part.stop + 1, (more if scale == 1 else whole.value) + part.value * size, 4)

    def _scale(self, at: int) -> float:
        """The value of a lone scale at an item, else 0."""
        if self._is(at, "number") and len(self.row[at].atoms) == 1 and self.row[at].atoms[0].role == "scale":
            return float(self.row[at].atoms[0].value)
        return 0

    def _halves(self, at: int) -> Iterator[_Found]:
        """ "half", "half a million", "a quarter million", "two thirds of a million", "mezza dozzina"."""
        starts = list(self._parts(at)) + [f for f in self._fractions(at) if f.value < 1]
        for part in starts:
            if self.row[part.stop - 1].role == "half" and part.stop == at + 1:
                yield part
            stop = part.stop
            if stop < len(self.row) and re.fullmatch(
                r"\s*(?:\w+\s+)?", self.low[self.row[stop - 1].end : self.row[stop].start]
            ):
                if self.row[stop].role == "number" and self.row[stop].atoms[0].role == "one":
                    stop += 1
                if (
                    stop < len(self.row)
                    and self.row[stop].atoms
                    and self.row[stop].atoms[0].role in ("scale", "collective")
                ):
                    size = float(self.row[stop].atoms[0].value)
                    if len(self.row[stop].atoms) == 1 and (size >= 10**6 or size < 100):
                        yield _Found(stop + 1, part.value * size, 2)

    def _decimals(self, at: int) -> Iterator[_Found]:
        """ "two hundred point zero three": zeros and a numeral after the mark."""
        for whole in self._cardinals(at):
            if not self._is(whole.stop, "point"):
                continue
            stop, zeros = whole.stop + 1, ""
            while self._is(stop, "number") and self.row[stop].atoms == (Atom("add", 0),):
                zeros, stop = zeros + "0", stop + 1
            for digits in self._cardinals(stop):
                if digits.value == int(digits.value):
                    yield _Found(digits.stop, float(f"{int(whole.value)}.{zeros}{int(digits.value)}"), 1)


def _neat(value: float) -> float:
    return round(value, 9)
