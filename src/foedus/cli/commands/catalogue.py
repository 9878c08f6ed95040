"""``foedus treaties`` and ``foedus languages``: what Foedus knows before it reads."""

import argparse

from foedus import pipeline
from foedus.cli.output import emit
from foedus.export import LANGUAGES, TREATIES, Language
from foedus.packs.language import languages as codes
from foedus.packs.language import load_language
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world


def treaties(arguments: argparse.Namespace) -> int:
    """The treaty files, each with where it stands by its file."""
    known = load_treaties().values()
    emit([(treaty, pipeline.filed(treaty)) for treaty in known], TREATIES, arguments)
    return 0


def languages(arguments: argparse.Namespace) -> int:
    """The language packs with the number of their entries."""
    emit([_counts(code) for code in codes()], LANGUAGES, arguments)
    return 0


def _counts(code: str) -> Language:
    pack = load_language(code)
    phrases = [phrases for sort in pack.nouns.nouns.values() for phrases in sort.values()]
    return Language(
        code=code,
        triggers=len(pack.triggers.triggers),
        verbs=len(pack.verbs),
        nouns=sum(map(len, phrases)),
        names=sum(1 for _ in load_world().entities(code)),
    )
