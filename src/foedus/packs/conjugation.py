"""Verb forms made from a pack's tables: stem + ending, then respelling, then the irregular forms on top."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

import msgspec

Mood = Literal["ind", "cond", "subj", "inf", "ger", "part"]
_MOODS: dict[str, tuple[Mood, str]] = {
    "pres": ("ind", "pres"),
    "impf": ("ind", "impf"),
    "past": ("ind", "past"),
    "fut": ("ind", "fut"),
    "cond": ("cond", "pres"),
    "subj": ("subj", "pres"),
    "subj_impf": ("subj", "impf"),
    "inf": ("inf", "pres"),
    "ger": ("ger", "pres"),
    "part": ("part", "past"),
}
TENSES = frozenset(_MOODS)
"""Keys of the tenses of a class or an irregular verb."""


class VerbForm(msgspec.Struct, frozen=True):
    """One reading of a word: ``lemma`` with mood and tense; ``finite`` forms head clauses."""

    lemma: str
    mood: Mood
    tense: str

    @property
    def finite(self) -> bool:
        """Does it carry person?"""
        return self.mood in ("ind", "cond", "subj")


class VerbTables(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """A language's ``verbs.yaml``. ``defaults``: ending → class of the verbs not in ``members``.

    ``respell`` items are [pattern, replacement, class of ending or ""]."""

    classes: dict[str, dict[str, tuple[str, ...]]]
    irregular: dict[str, dict[str, tuple[str, ...]]]
    auxiliaries: dict[str, tuple[str, ...]]
    common: tuple[str, ...]
    common_without: frozenset[str] = frozenset()
    members: dict[str, tuple[str, ...]] = {}
    defaults: dict[str, str] = {}
    respell: tuple[tuple[str, str, str], ...] = ()
    unaccusative: tuple[str, ...] = ()
    wary: tuple[str, ...] = ()
    transitive: frozenset[str] = frozenset()
    alone: dict[str, tuple[str, ...]] = {}
    reflexive: tuple[tuple[str, str], ...] = ()
    plain: tuple[tuple[str, str], ...] = ()

    @cached_property
    def auxiliary_verbs(self) -> frozenset[str]:
        """Those of every use: to be, to have, to come to be."""
        return frozenset(v for verbs in self.auxiliaries.values() for v in verbs)

    def reflexive_of(self, lemma: str) -> str:
        """Name under which a verb with its reflexive pronoun is listed ("ritirare" → "ritirarsi")."""
        return _first_rule(lemma, self.reflexive)

    def plain_of(self, name: str) -> str:
        """The verb behind a listed name, without reflexive pronoun."""
        return _first_rule(name, self.plain)


def _first_rule(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    return next((re.sub(pattern, new, word) for pattern, new in rules if re.search(pattern, word)), word)


def conjugate(lemma: str, tables: VerbTables) -> Iterator[tuple[str, VerbForm]]:
    """Every (form, reading) of a verb; nothing for a word that no class takes."""
    name = next((c for c, verbs in tables.members.items() if lemma in verbs), None)
    ending = next((e for e in sorted(tables.classes, key=len, reverse=True) if lemma.endswith(e)), None)
    if name is None and ending is not None:
        name = tables.defaults.get(ending, ending)
    if name is None:
        name = next((c for e, c in tables.defaults.items() if lemma.endswith(e) and c in tables.classes), None)
    odd = _irregular(lemma, tables)
    regular = tables.classes.get(name or "", {})
    stem = lemma.removesuffix(regular["inf"][0]) if regular else lemma
    for tense in [*regular, *(t for t in odd if t not in regular)]:
        mood, time = _MOODS[tense]
        forms = odd[tense] if tense in odd else [_respell(stem, e, name or "", tables) for e in regular[tense]]
        yield from ((form, VerbForm(lemma, mood, time)) for form in forms)


def _irregular(lemma: str, tables: VerbTables) -> dict[str, list[str]]:
    """Irregular forms of the longest table entry that the verb ends in, its prefix put back."""
    fits = [
        e
        for e in tables.irregular
        if lemma == e or (lemma.endswith(e) and (e not in tables.alone or lemma in tables.alone[e]))
    ]
    if not fits:
        return {}
    entry = max(fits, key=len)
    prefix = lemma.removesuffix(entry)
    return {t: [prefix + f for f in forms] for t, forms in tables.irregular[entry].items()}


def _respell(stem: str, ending: str, name: str, tables: VerbTables) -> str:
    word = f"{stem}+{ending}"
    for pattern, replacement, only in tables.respell:
        if not only or only == name:
            word = re.sub(pattern, replacement, word)
    return word.replace("+", "")


def all_forms(lemmas: Iterable[str], tables: VerbTables) -> dict[str, tuple[VerbForm, ...]]:
    """Word → its readings, for every verb given and every common one."""
    found: dict[str, dict[VerbForm, None]] = {}
    full = dict.fromkeys([*lemmas, *(v for a in tables.auxiliaries.values() for v in a)])
    for lemma in dict.fromkeys([*full, *tables.common]):
        for form, reading in conjugate(lemma, tables):
            if lemma in full or reading.mood not in tables.common_without:
                found.setdefault(form, {})[reading] = None
    return {form: tuple(readings) for form, readings in found.items()}
