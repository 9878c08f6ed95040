"""Persons: a sentence that names who acted asks for that person, and not only for the state behind."""

import unicodedata
from collections.abc import Iterable

from foedus.model import Testimony
from foedus.packs.words import tokenize
from foedus.packs.world import World
from foedus.verify.fields import Match
from foedus.verify.question import Subject


def person_of(asked: Subject, told: Subject, testimony: Testimony, world: World) -> Match | None:
    """Do the words of the report's claim name all persons who act in the sentence? None where it names none.

    It differs where the report has another person act for the same state, and the person of the sentence nowhere.
    """
    wanted = persons(asked.bodies | frozenset(asked.claim.actors))
    if not wanted:
        return None
    acting = persons(told.claim.actors)
    words = said_in(told.claim.evidence.text, testimony.title)
    missing = [p for p in wanted if p not in acting and surname(p) not in words]
    if not missing:
        return "agree"
    others = {world.principal(p) for p in acting - wanted}
    return "differ" if others and all(world.principal(p) in others for p in missing) else "silent"


def persons(ids: Iterable[str]) -> frozenset[str]:
    """The persons among some ids."""
    return frozenset(i for i in ids if i.startswith("person:"))


def said_in(*texts: str) -> frozenset[str]:
    """The words of some texts, without accents."""
    return frozenset(plain(t.low) for text in texts for t in tokenize(text))


def surname(person: str) -> str:
    """The last word of a person's id, as ``said_in`` has it."""
    return plain(person.rpartition(":")[2].rpartition("_")[2].casefold())


def plain(word: str) -> str:
    """A word without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
