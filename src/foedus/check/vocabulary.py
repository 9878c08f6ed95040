"""Words of a language that are declared twice, that no text can match, or that mean nothing to the reader."""

import re
from collections.abc import Iterator
from typing import Final, get_args

import msgspec

from foedus.check.finding import Finding
from foedus.check.lines import File, Written
from foedus.model.claim import Modality as Firmness
from foedus.packs.conjugation import TENSES, VerbTables, conjugate
from foedus.packs.language import ClosedClass, Language
from foedus.packs.treaties import load_treaties
from foedus.packs.words import has_dictionary, words_of
from foedus.packs.world import load_world

MODALITIES: Final = frozenset(get_args(Firmness))
_SAYING: Final = frozenset({"say", "confirm", "estimate", "accuse", "warn", "suspect", "deny"})
_SINGLE: Final = tuple(
    name
    for name, field in ((f.name, f.type) for f in msgspec.structs.fields(ClosedClass))
    if field == frozenset[str] and name != "abbreviations"
)
"""Keys of words.yaml whose words are looked up one by one."""


def check_twice(file: File) -> Iterator[Finding]:
    """The same word twice in one list."""
    seen: dict[tuple[object, ...], Written] = {}
    for word in file.words:
        if word.is_key or not isinstance(word.keys[-1], int) or word.keys[:1] == ("rules",):
            continue
        key = (*word.within, "", word.text)
        if key in seen and not _forms_of(word):
            where = ".".join(str(k) for k in word.within)
            yield file.remark(word, f"{word.text!r} stands twice in {where}", f"remove one (line {seen[key].line})")
        seen[key] = word


def _forms_of(word: Written) -> bool:
    """Endings and pairs may repeat: two tenses of a class may sound alike."""
    return word.keys[0] in ("classes", "irregular", "respell", "reflexive", "plain", "ranges", "endings")


def check_vocabulary(pack: Language, files: dict[str, File]) -> Iterator[Finding]:
    """Closed classes, lemmas, nouns, speech and modality."""
    yield from _single_words(files["words.yaml"])
    yield from _prepositions(pack, files["words.yaml"])
    yield from _lemmas(pack, files["lemmas.yaml"])
    yield from _nouns(pack, files["nouns.yaml"])
    speech, modality = files["speech.yaml"], files["modality.yaml"]
    for word in speech.keys_of("verbs"):
        if word.text not in _SAYING:
            yield speech.fault(word, f"no class of saying is called {word.text!r}", f"use {_list(_SAYING)}")
    for part in ("governing", "cues"):
        yield from _modalities(modality, modality.keys_of(part))
    for part in ("modals", "moods"):
        yield from _modalities(modality, modality.under(part))
    yield from _modalities(files["triggers.yaml"], files["triggers.yaml"].under("carriers"))


def check_tables(tables: VerbTables, files: dict[str, File]) -> Iterator[Finding]:
    """What keeps a language from being put together: odd tenses, classes and regular expressions."""
    file = files["verbs.yaml"]
    for part in ("classes", "irregular"):
        for name in file.keys_of(part):
            for tense in file.keys_of(part, name.text):
                if tense.text not in TENSES:
                    yield file.fault(tense, f"no tense is called {tense.text!r}", f"use {_list(TENSES)}")
    for word in [*file.keys_of("members"), *file.under("defaults")]:
        if word.text not in tables.classes:
            yield file.fault(word, f"no class is called {word.text!r}", "add it to classes or use another")
    for source, part in ((file, "respell"), (file, "reflexive"), (file, "plain"), (files["lemmas.yaml"], "endings")):
        for word in source.under(part):
            if word.keys[-1] == 0 and not _is_pattern(word.text):
                yield source.fault(word, f"{word.text!r} is no regular expression", "mend it")


def check_verbs(pack: Language, files: dict[str, File]) -> Iterator[Finding]:
    """Verbs that no table of verbs.yaml can conjugate."""
    file = files["verbs.yaml"]
    places = [
        (file, [*file.under("common"), *file.under("auxiliaries"), *file.under("members")]),
        (files["speech.yaml"], list(files["speech.yaml"].under("verbs"))),
        (
            files["modality.yaml"],
            [*files["modality.yaml"].keys_of("modals"), *files["modality.yaml"].under("governing")],
        ),
        (files["triggers.yaml"], list(_trigger_verbs(files["triggers.yaml"]))),
    ]
    known = {form.lemma for forms in pack.verbs.values() for form in forms}
    for source, words in places:
        for word in words:
            verb = pack.tables.plain_of(word.text).split()[0]
            if not any(conjugate(verb, pack.tables)):
                yield source.fault(word, f"{verb!r} is no verb that verbs.yaml can conjugate", "mend it or add a class")
            elif verb not in known and not has_dictionary(pack.code):
                yield source.fault(word, f"the forms of {verb!r} are not known", "add it to common in verbs.yaml")


def check_names(pack: Language, file: File) -> Iterator[Finding]:
    """Names of what no file of the world has."""
    for part, id_ in pack.names.unknown(load_world(), set(load_treaties())):
        word = next(w for w in file.keys_of(part) if w.text == id_)
        yield file.fault(word, f"{id_} is not among the {part}", "mend the id or add the entry")


def _trigger_verbs(file: File) -> Iterator[Written]:
    parts = ("light_verbs", "helping", "approving", "lacking", "occurring")
    yield from (w for part in parts for w in file.under(part))
    yield from (w for w in file.under("triggers") if len(w.keys) > 2 and w.keys[2] == "verbs")
    yield from (w for key in ("verbs", "prohibiting", "foreseeing", "binding") for w in file.under("provision", key))


def _single_words(file: File) -> Iterator[Finding]:
    for name in _SINGLE:
        for word in file.under(name):
            tokens = list(words_of(word.text))
            if tokens != [word.text]:
                mend = "write one word in lower case" if len(tokens) < 2 else f"texts are cut as {' | '.join(tokens)}"
                yield file.fault(word, f"no word of a text is {word.text!r} ({name})", mend)


def _prepositions(pack: Language, file: File) -> Iterator[Finding]:
    seen: dict[str, Written] = {}
    for word in file.under("prepositions"):
        if word.keys[2] != "forms":
            continue
        if word.text in seen and seen[word.text].keys[1] != word.keys[1]:
            other = seen[word.text]
            yield file.fault(
                word, f"{word.text!r} is a form of {other.keys[1]!r} too", f"remove one (line {other.line})"
            )
        seen[word.text] = word


def _lemmas(pack: Language, file: File) -> Iterator[Finding]:
    for word in file.keys_of("lemmas"):
        if word.text in pack.bases:
            yield file.remark(word, f"{word.text!r} is a preposition, so this is never looked at", "remove it")
        elif words_of(word.text) != (word.text,):
            yield file.fault(word, f"no word of a text is {word.text!r}", "write one word in lower case")


def _nouns(pack: Language, file: File) -> Iterator[Finding]:
    """One phrase under two ids of a sort: which of them is meant cannot be told."""
    seen: dict[tuple[object, ...], Written] = {}
    for word in [*file.under("nouns"), *file.under("offices")]:
        normal = pack.normal(word.text)
        if not normal:
            yield file.fault(word, f"nothing is left of {word.text!r} without articles", "write a noun")
        key = (word.keys[:2] if word.keys[0] == "nouns" else word.keys[:1], normal)
        if key in seen:
            other = seen[key]
            same = "here too" if other.within == word.within else f"under {other.keys[-2]} too"
            yield file.remark(
                word, f"{word.text!r} stands {same}, as {other.text!r}", f"remove one (line {other.line})"
            )
        seen[key] = word


def _modalities(file: File, words: Iterator[Written]) -> Iterator[Finding]:
    for word in words:
        if word.text not in MODALITIES and not (word.keys[0] == "governing" and word.text == "negative"):
            yield file.fault(word, f"no modality is called {word.text!r}", f"use {_list(MODALITIES)}")


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def _list(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
