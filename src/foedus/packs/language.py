"""A language pack: closed-class words, verbs, nouns by sort, triggers, verbs of saying, modality."""

import re
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from foedus.model import CLAIM_TYPES, PackError
from foedus.packs.conjugation import VerbForm, VerbTables, all_forms, conjugate
from foedus.packs.folders import language_folder, language_folders
from foedus.packs.load import load
from foedus.packs.names import LanguageNames, load_names
from foedus.packs.triggers import Triggers
from foedus.packs.words import Words, dictionary_form, tokenize


class Preposition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms of one preposition and the relations that it may mark."""

    forms: Words
    relations: Words


class ClosedClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``words.yaml``."""

    articles: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    prepositions: dict[str, Preposition]
    compounds: dict[str, Words]
    conjunctions: frozenset[str]
    adversatives: frozenset[str]
    complementizers: frozenset[str]
    relatives: frozenset[str]
    subordinators: Words
    conditionals: Words
    hypotheses: Words
    negations: frozenset[str]
    clitics: frozenset[str]
    reflexives: frozenset[str]
    adverbs: frozenset[str]
    abbreviations: frozenset[str]
    negators: frozenset[str]
    owned: frozenset[str] = frozenset()
    reflexive_endings: Words = ()
    object_clitics: frozenset[str] = frozenset()
    both: frozenset[str] = frozenset()
    agreeing_relatives: frozenset[str] = frozenset()
    locatives: frozenset[str] = frozenset()
    negatives: frozenset[str] = frozenset()
    manners: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    adverb_endings: Words = ()
    dative_clitics: frozenset[str] = frozenset()
    locative_clitics: frozenset[str] = frozenset()
    partitive_clitics: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    definite_forms: frozenset[str] = frozenset()
    portions: frozenset[str] = frozenset()
    further: frozenset[str] = frozenset()
    plural_articles: frozenset[str] = frozenset()
    plural_endings: Words = ()
    adnominal: frozenset[str] = frozenset()
    speaker_endings: Words = ()
    indefinite: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    soil: frozenset[str] = frozenset()
    there: Words = ()
    adverbials: Words = ()
    articulated: frozenset[str] = frozenset()
    borders: frozenset[str] = frozenset()
    genitives: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    doubtful_clitics: frozenset[str] = frozenset()
    negation_partners: frozenset[str] = frozenset()
    feminines: frozenset[str] = frozenset()
    prenominal: frozenset[str] = frozenset()
    restrictives: frozenset[str] = frozenset()
    sequels: frozenset[str] = frozenset()
    subject_pronouns: dict[str, str] = {}
    capitals: dict[str, str] = {}
    gerund_marks: frozenset[str] = frozenset()
    subject_relatives: frozenset[str] = frozenset()
    clefts: frozenset[str] = frozenset()
    infinitive_marks: frozenset[str] = frozenset()
    awaiting: Words = ()
    moments: frozenset[str] = frozenset()
    day_nouns: frozenset[str] = frozenset()
    meanwhile: frozenset[str] = frozenset()
    clausal: frozenset[str] = frozenset()
    ditransitive: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    pronouns: dict[str, str] = {}
    head_final: bool = False
    bare_complement: bool = False


class Nouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``nouns.yaml``: sort → id → phrases; offices by the world pack's vocabulary."""

    nouns: dict[str, dict[str, Words]]
    offices: dict[str, Words]
    counterpart: Words = ()
    adjectival: frozenset[str] = frozenset()
    accession: Words = ()
    other_pacts: frozenset[str] = frozenset()
    shorthand: dict[str, str] = {}
    assemblies: dict[str, Words] = {}
    leagues: frozenset[str] = frozenset()
    elsewhere: Words = ()
    protocols: Words = ()
    instruments: Words = ()
    police: Words = ()
    granted: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    aid: frozenset[str] = frozenset()


class Speech(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``speech.yaml``: verbs of saying by class, and the words with which speakers judge."""

    verbs: dict[str, Words]
    alleging: frozenset[str]
    of_nouns: frozenset[str]
    relations: frozenset[str]
    citing: frozenset[str]
    bare_sources: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    evaluations: dict[str, Words] = {}
    views: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    charges: dict[str, frozenset[str]] = {}
    neglects: frozenset[str] = frozenset()
    duties: frozenset[str] = frozenset()
    assuring: frozenset[str] = frozenset()
    urging: frozenset[str] = frozenset()
    desisting: frozenset[str] = frozenset()
    loaded: frozenset[str] = frozenset()
    conduct: frozenset[str] = frozenset()
    receiving: frozenset[str] = frozenset()


class Modality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``modality.yaml``."""

    modals: dict[str, str]
    governing: dict[str, Words]
    cues: dict[str, Words]
    moods: dict[str, str]
    purpose: Words
    object_control: frozenset[str]
    over_acts: dict[str, frozenset[str]]
    reported: dict[str, str] = {}
    firsts: frozenset[str] = frozenset()
    irrealis: dict[str, Words] = {}
    nearly: frozenset[str] = frozenset()
    tidings: frozenset[str] = frozenset()
    falsehoods: frozenset[str] = frozenset()
    void: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    inverted: frozenset[str] = frozenset()


class Lemmas(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``lemmas.yaml``; ``endings`` are [pattern, replacement] for a language without a built-in dictionary."""

    lemmas: dict[str, str]
    endings: tuple[tuple[str, str], ...] = ()


class Language(msgspec.Struct, frozen=True):
    """One language, compiled: word → reading tables that the reader asks. ``folder`` is where it was read from."""

    code: str
    folder: Path
    words: ClosedClass
    nouns: Nouns
    triggers: Triggers
    speech: Speech
    modality: Modality
    tables: VerbTables
    lemmas: dict[str, str]
    verbs: dict[str, tuple[VerbForm, ...]]
    bases: dict[str, str]
    phrasal: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    names: LanguageNames

    def lemma(self, low: str) -> str:
        """Normal form of a word in lower case: the pack's override, a preposition's base, else the dictionary."""
        return self.bases.get(low) or self.lemmas.get(low) or dictionary_form(low, self.code, self.endings)

    def guess(self, low: str) -> tuple[VerbForm, ...]:
        """Readings of a verb that no file of the pack lists, by its dictionary form and the regular classes."""
        return _guess(self.code, self.folder, low)

    def names_of(self, lemma: str, reflexive: bool) -> Words:
        """Names under which triggers may list a verb, the reflexive one first."""
        return (self.tables.reflexive_of(lemma), lemma) if reflexive else (lemma,)

    def normal(self, phrase: str) -> Words:
        """Normal form of a phrase: lemmas, without articles."""
        return tuple(self.lemma(t.low) for t in tokenize(phrase) if t.low not in self.words.articles)


def languages() -> tuple[str, ...]:
    """Codes of the languages with a complete pack, sorted, those of added pack folders too."""
    return tuple(language_folders())


def load_language(code: str) -> Language:
    """The pack of ISO 639-1 ``code``. Raises PackError when it is absent or broken."""
    folder = language_folder(code)
    if code not in languages():
        raise PackError(f"no language pack for {code!r}", str(folder), f"use one of {', '.join(languages())}")
    return language_in(code, folder)


@cache
def language_in(code: str, folder: Path) -> Language:
    """The pack that lies in a folder. Raises PackError."""
    words = load(folder / "words.yaml", ClosedClass)
    triggers = load(folder / "triggers.yaml", Triggers)
    speech = load(folder / "speech.yaml", Speech)
    modality = load(folder / "modality.yaml", Modality)
    tables = load(folder / "verbs.yaml", VerbTables)
    lemmas = load(folder / "lemmas.yaml", Lemmas)
    _check(triggers, folder)
    return Language(
        code,
        folder,
        words,
        load(folder / "nouns.yaml", Nouns),
        triggers,
        speech,
        modality,
        tables,
        lemmas.lemmas,
        _verb_forms(_verbs(triggers, speech, modality, tables), tables, folder),
        {form: base for base, p in words.prepositions.items() for form in p.forms},
        frozenset(v for v in _listed(triggers, speech) if " " in tables.plain_of(v)),
        lemmas.endings,
        load_names(folder),
    )


def _verb_forms(verbs: list[str], tables: VerbTables, folder: Path) -> dict[str, tuple[VerbForm, ...]]:
    try:
        return all_forms(verbs, tables)
    except (KeyError, re.error) as error:
        mend = f"`foedus languages check {folder.name}` tells where"
        raise PackError(f"no table of verbs: {error}", str(folder / "verbs.yaml"), mend) from error


def _verbs(triggers: Triggers, speech: Speech, modality: Modality, tables: VerbTables) -> list[str]:
    """Every verb that a file of the pack names, reflexive endings left to the reader."""
    found = [tables.plain_of(v).split()[0] for t in triggers.triggers for v in t.verbs]
    found += [p.split()[0] for t in triggers.triggers for p in t.phrases]
    found += [*(v.split()[0] for v in triggers.light_verbs), *triggers.provision.verbs, *modality.modals]
    found += [*triggers.joining, *triggers.opposing, *triggers.aiming, *triggers.gaining, *triggers.amounting]
    laid = triggers.provision
    found += [*laid.giving, *laid.revising, *laid.pledging, *laid.obtaining, *laid.permitting]
    found += [v.split()[0] for verbs in speech.verbs.values() for v in verbs]
    found += [*speech.naming, *speech.linking]
    found += [v for verbs in modality.governing.values() for v in verbs]
    return sorted({tables.plain_of(v) for v in found})


@lru_cache(maxsize=50_000)
def _guess(code: str, folder: Path, low: str) -> tuple[VerbForm, ...]:
    pack = language_in(code, folder)
    lemma = dictionary_form(low, code)
    if low in pack.lemmas or low in pack.bases or len(low) < 4:
        return ()
    readings = (reading for form, reading in conjugate(lemma, pack.tables) if form == low)
    if pack.words.infinitive_marks and not any(lemma in verbs for verbs in pack.tables.members.values()):
        readings = (r for r in readings if r.tense == "past")  # most other forms are nouns
    return tuple(dict.fromkeys(r for r in readings if r.mood != "inf" or low == lemma))


def _listed(triggers: Triggers, speech: Speech) -> list[str]:
    return [*(v for t in triggers.triggers for v in t.verbs), *triggers.light_verbs, *triggers.occurring] + [
        v for verbs in speech.verbs.values() for v in verbs
    ]


def _check(triggers: Triggers, folder: Path) -> None:
    for trigger in triggers.triggers:
        for name in trigger.types():
            if name not in CLAIM_TYPES:
                raise PackError(
                    f"unknown claim type {name}", str(folder / "triggers.yaml"), "use a type of docs/claims.md"
                )
