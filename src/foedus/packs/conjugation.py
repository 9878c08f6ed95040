"""Verb forms made from a pack's tables: stem + ending, then respelling, then the irregular forms on top."""

import re
from collections.abc import Iterable, Iterator
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


class VerbForm(msgspec.Struct, frozen=True):
    """One reading of a word: ``lemma`` with mood and tense; ``finite`` forms head clauses."""

    lemma: str
    mood: Mood
    tense: str

    @property
    def finite(self) -> bool:
        """Does it carry person?"""
        return self.mood in ("ind", "cond", "subj")


class VerbTables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A language's ``verbs.yaml``. ``defaults``: ending → class of the verbs not in ``members``.

    ``respell`` items are [pattern, replacement, class of ending or ""]."""

    classes: dict[str, dict[str, tuple[str, ...]]]
    irregular: dict[str, dict[str, tuple[str, ...]]]
    auxiliaries: dict[str, tuple[str, ...]]
    common: tuple[str, ...]
    members: dict[str, tuple[str, ...]] = {}
    defaults: dict[str, str] = {}
    respell: tuple[tuple[str, str, str], ...] = ()
    unaccusative: tuple[str, ...] = ()


def conjugate(lemma: str, tables: VerbTables) -> Iterator[tuple[str, VerbForm]]:
    """Every (form, reading) of a verb; nothing for a word that no class takes."""
    name = next((c for c, verbs in tables.members.items() if lemma in verbs), None)
    ending = next((e for e in sorted(tables.classes, key=len, reverse=True) if lemma.endswith(e)), None)
    if name is None and ending is not None:
        name = tables.defaults.get(ending, ending)
    if name is None:
        return
    stem = lemma.removesuffix(tables.classes[name]["inf"][0])
    odd = _irregular(lemma, tables)
    for tense, endings in tables.classes[name].items():
        mood, time = _MOODS[tense]
        regular = [_respell(stem, e, name, tables) for e in endings]
        for form in odd.get(tense, regular):
            yield form, VerbForm(lemma, mood, time)


def _irregular(lemma: str, tables: VerbTables) -> dict[str, list[str]]:
    """Irregular forms of the longest table entry that the verb ends in, its prefix put back."""
    fits = [e for e in tables.irregular if lemma.endswith(e)]
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
    for lemma in dict.fromkeys([*lemmas, *tables.common, *(v for a in tables.auxiliaries.values() for v in a)]):
        for form, reading in conjugate(lemma, tables):
            found.setdefault(form, {})[reading] = None
    return {form: tuple(readings) for form, readings in found.items()}
