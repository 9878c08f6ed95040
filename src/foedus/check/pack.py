"""Checks the files of a language: their forms first, then what they say of each other."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from foedus.check.finding import Finding, finding
from foedus.check.lines import File
from foedus.check.triggers import check_triggers
from foedus.check.vocabulary import check_names, check_tables, check_twice, check_verbs, check_vocabulary
from foedus.expressions.grammar import TimesForm, grammar
from foedus.expressions.lexicon import NumbersForm, lexicon
from foedus.model import PackError
from foedus.packs.conjugation import VerbTables
from foedus.packs.folders import LANGUAGE_FILES
from foedus.packs.language import ClosedClass, Lemmas, Modality, Nouns, Speech, load_language
from foedus.packs.load import load
from foedus.packs.names import LanguageNames
from foedus.packs.triggers import Triggers

FORMS: Final[dict[str, Any]] = {
    "words.yaml": ClosedClass,
    "lemmas.yaml": Lemmas,
    "verbs.yaml": VerbTables,
    "nouns.yaml": Nouns,
    "triggers.yaml": Triggers,
    "speech.yaml": Speech,
    "modality.yaml": Modality,
    "numbers.yaml": NumbersForm,
    "times.yaml": TimesForm,
    "names.yaml": LanguageNames,
}
"""File → its form. All but the names must be there."""


def check_language(folder: Path) -> list[Finding]:
    """What is wrong with the language in ``folder``, whose name is its code; empty when it can be used as it is.

    The folder must lie where languages are looked for (``foedus.packs.folders``).
    """
    wrong = unusable(folder)
    if wrong:
        return wrong
    pack, files = load_language(folder.name), _files(folder)
    found = [
        *(fault for file in files.values() for fault in check_twice(file)),
        *check_vocabulary(pack, files),
        *check_verbs(pack, files),
        *check_triggers(pack, files["triggers.yaml"]),
        *(check_names(pack, files["names.yaml"]) if "names.yaml" in files else ()),
    ]
    return sorted(found, key=_at)


def unusable(folder: Path) -> list[Finding]:
    """What keeps the language in ``folder`` from being read at all."""
    wrong = list(_forms(folder))
    if not wrong:
        wrong = list(check_tables(load(folder / "verbs.yaml", VerbTables), _files(folder)))
    if not wrong:
        try:
            load_language(folder.name)
            lexicon(folder.name)
            grammar(folder.name)
        except PackError as error:
            wrong = [finding(error)]
    return wrong


def _files(folder: Path) -> dict[str, File]:
    return {name: File(folder / name) for name in FORMS if (folder / name).is_file()}


def _forms(folder: Path) -> Iterator[Finding]:
    for name, form in FORMS.items():
        path = folder / name
        if not path.is_file():
            if name in LANGUAGE_FILES:
                yield Finding("the file is missing", str(path), "write it: docs/packs.md has its keys")
            continue
        try:
            load(path, form)
        except PackError as error:
            yield finding(error)


def _at(found: Finding) -> tuple[str, int]:
    name, _, line = found.where.rpartition(":")
    return (name, int(line)) if line.isdigit() else (found.where, 0)
