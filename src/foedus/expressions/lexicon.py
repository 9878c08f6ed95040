"""The number words of a language, from ``numbers.yaml``."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from foedus.expressions.fold import Words, either, listed, literal
from foedus.model import PackError
from foedus.model.quantity import Comparator
from foedus.packs.folders import language_folder
from foedus.packs.load import load

_MAY: Final = re.compile(r"\(\?:[^()]*\)\?")  # a part of a pattern that may be left out


class Atom(NamedTuple):
    """A piece of a number: ``role`` is add, hundred, scale, digits, one (an article as well) or collective."""

    role: str
    value: float | int


class RangeForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands before the first number of a range ("" for nothing) and between the two."""

    open: Words
    middle: Words


class AmountsForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for plain values (amounts.py), which news seldom writes; the comments in the file say more."""

    alone: Words = ""
    pronouns: Words = ""
    minus: Words = ""
    point: Words = ""
    over: Words = ""
    fractions: dict[str, int] = {}
    plural: Words = ""
    split_ranks: bool = False
    letters: dict[str, int] = {}
    percent_of: Words = ""
    signs: dict[str, Words] = {}
    coins: dict[str, Words] = {}


class NumbersForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form of ``numbers.yaml``; the comments in the file say what each field is for."""

    decimal: str
    adds: dict[str, int]
    hundreds: dict[str, int]
    scales: dict[str, int]
    alone: Words
    ones: Words
    joins: Words
    links: Words
    plurals: dict[str, int]
    vague_scales: Words
    collectives: dict[str, int]
    several: Words
    half_before: Words
    half_after: Words
    determiners: Words
    before: dict[Comparator, Words]
    after: dict[Comparator, Words]
    ranges: tuple[RangeForm, ...]
    percent: Words
    currencies: dict[str, Words]
    ordinals: dict[str, int]
    ordinals_after_determiner: dict[str, int]
    ordinal_determiners: Words
    ordinal_suffixes: Words
    ordinal_endings: tuple[str, ...]
    ordinal_marks: Words
    not_ordinal_before: Words
    fraction_after: Words
    fraction_of: Words
    numbered: Words
    glued_units: Words
    not_numbers: Words
    amounts: AmountsForm = AmountsForm()


class Lexicon:
    """Reads single words: a plain or glued numeral as atoms, an ordinal as its value."""

    def __init__(self, form: NumbersForm) -> None:
        self.form = form
        self.alone: Final = frozenset(listed(form.alone))
        self.vague: Final = frozenset({*form.plurals, *listed(form.vague_scales)})
        parts = {**form.adds, **form.hundreds, **form.scales, **dict.fromkeys(listed(form.ones), 1)}
        self._part: Final = re.compile(literal(parts))
        joint = f"(?:-(?:(?:{either(form.joins)})-)?)?" if form.joins else "-?"
        self._whole: Final = re.compile(f"(?:{self._part.pattern})(?:{joint}(?:{self._part.pattern}))*")
        self._ones: Final = listed(form.ones)
        self._suffix: Final = re.compile(f"(.+?)(?:{either(form.ordinal_suffixes)})") if form.ordinal_suffixes else None
        tails = literal(form.ordinals)
        self._tail: Final = re.compile(f"(.+?)-?({tails})")
        self.atoms = lru_cache(maxsize=1 << 15)(self._atoms)
        self.ordinal = lru_cache(maxsize=1 << 14)(self._ordinal)
        self.idle = lru_cache(maxsize=1 << 16)(self._idle)

    def currencies(self) -> re.Pattern[str]:
        """A regex for a word that stands in every name of a currency (in folded text)."""
        names = [_MAY.sub("", name) for words in self.form.currencies.values() for name in listed(words)]
        longest = dict.fromkeys(max(name.split(), key=len) for name in names)
        return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(longest)})")

    def _role(self, part: str) -> Atom:
        form = self.form
        if part in self._ones:
            return Atom("one", 1)
        if part in form.adds:
            return Atom("add", form.adds[part])
        return Atom("hundred", form.hundreds[part]) if part in form.hundreds else Atom("scale", form.scales[part])

    def _atoms(self, word: str) -> tuple[Atom, ...]:
        """The atoms of a folded word, () when it is no numeral."""
        form = self.form
        if word in form.collectives or word in form.plurals:
            return (Atom("collective", form.collectives.get(word) or form.plurals[word]),)
        if not self._whole.fullmatch(word):
            return ()
        atoms = tuple(self._role(m[0]) for m in self._part.finditer(word))
        if len(atoms) == 1:
            return atoms
        if all(a.role == "scale" and len(p) == 1 for a, p in zip(atoms, word, strict=False)) and len(word) == len(
            atoms
        ):
            return ()  # "km" is no thousand million
        value = add_up(atoms, glued=True)
        return () if value is None else (Atom("scale" if atoms[0].role == "scale" else "add", value),)

    def _idle(self, word: str) -> bool:
        """Most words: neither a numeral nor an ordinal, whole or between hyphens."""
        ranked = word in self.form.ordinals_after_determiner or self.ordinal(word)
        return not (ranked or self.atoms(word) or any(self.atoms(part) for part in word.split("-")))

    def _ordinal(self, word: str) -> int | None:
        """The rank that a folded word says, None when it says none."""
        if word in self.form.ordinals:
            return self.form.ordinals[word]
        tail = self._tail.fullmatch(word)
        if tail and (base := self._value(tail[1])) and self.form.ordinals[tail[2]] < room(base):
            return int(base) + self.form.ordinals[tail[2]]
        found = self._suffix.fullmatch(word) if self._suffix else None
        if found:
            for ending in self.form.ordinal_endings:
                if value := self._value(found[1] + ending):
                    return int(value)
        return None

    def _value(self, word: str) -> float | int | None:
        atoms = self._atoms(word)
        return add_up(atoms, glued=True) if atoms and atoms[0].role != "collective" else None


def room(value: float | int) -> int:
    """Numerals added after ``value`` must stay below this: 100 after two hundred, 10 after thirty, 1 after twelve."""
    if value != int(value) or not value or value % 100 == 10 or value % 10:
        return 1
    size = 10
    while value % (size * 10) == 0:
        size *= 10
    return size


def add_up(atoms: tuple[Atom, ...] | list[Atom], glued: bool = False, alone: bool = True) -> float | int | None:
    """The value of atoms read as one numeral, or None where they are several ("two, three") or none.

    ``glued`` lets the word for one close a numeral; ``alone`` says that a hundred or scale may stand without a number.
    """
    total: float | int = 0
    group: float | int = 0
    space = 10**18
    scale = 10**18
    for at, atom in enumerate(atoms):
        role, value = atom
        if role in ("add", "one", "digits"):
            if value >= space or (role == "one" and at and not glued and space != 10):
                return None
            if role == "digits" and at and (atoms[at - 1].role != "scale" or scale < 10**6):
                return None
            group += value
            space = 1 if role == "digits" else min(space, room(value))
        elif role == "hundred":
            if group >= 100 or (not group and (value >= space or not alone)):
                return None
            group = (group or 1) * value
            space = 100
        elif role == "scale":
            if value > scale and not group and total < 10**6:
                total *= value  # a hundred thousand million
            elif value < scale and (group or alone) and (group or not total):
                total += (group or 1) * value
            else:
                return None
            group, scale, space = 0, int(value), int(value)
        else:
            return None
    value = total + group
    return int(value) if value == int(value) else round(value, 9)


def lexicon(language: str) -> Lexicon:
    """The number words of ``language``. Raises PackError when the language has none."""
    return _load(language, language_folder(language))


@cache
def _load(language: str, folder: Path) -> Lexicon:
    path = folder / "numbers.yaml"
    if not path.is_file():
        raise PackError(f"no numbers for the language {language!r}", str(path), "add the file or use another language")
    return Lexicon(load(path, NumbersForm))
