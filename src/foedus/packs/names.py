"""What a language calls the states, bodies, persons, places and treaties of the world (``names.yaml``)."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from foedus.packs.load import load
from foedus.packs.words import Words
from foedus.packs.world import Entity, World


class Spellings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of a state or organisation: names, adjectives in all forms, the capital's name, other names that stand for it."""

    names: Words = ()
    adjectives: Words = ()
    capital: Words = ()
    metonyms: Words = ()


class LanguageNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``names.yaml``: id → spellings in one language, beside those of the world and treaty files."""

    states: dict[str, Spellings] = {}
    organisations: dict[str, Spellings] = {}
    persons: dict[str, Words] = {}
    places: dict[str, Words] = {}
    treaties: dict[str, Words] = {}

    def entities(self, world: World) -> Iterator[tuple[str, Entity]]:
        """Every (name, entity); ids that the world lacks are left out (``foedus languages check`` tells of them)."""
        for id_, said in self.states.items():
            if id_ in world.states:
                capital = world.states[id_].capital
                yield from ((n, Entity("state", id_)) for n in said.names)
                yield from ((n, Entity("adjective", id_)) for n in said.adjectives)
                yield from ((n, Entity("metonym", id_)) for n in said.metonyms)
                place = f"place:{capital.id}" if capital else None
                yield from ((n, Entity("metonym", id_, place)) for n in said.capital)
        for id_, said in self.organisations.items():
            if id_ in world.organisations:
                yield from ((n, Entity("organisation", id_)) for n in said.names)
                yield from ((n, Entity("adjective", id_)) for n in said.adjectives)
        for name, words in self.persons.items():
            yield from ((n, Entity("person", f"person:{name}")) for n in words if name in world.persons)
        for name, words in self.places.items():
            yield from ((n, world.places[name].entity()) for n in words if name in world.places)

    def unknown(self, world: World, treaties: set[str]) -> Iterator[tuple[str, str]]:
        """(part of the file, id) of each entry whose id no file has."""
        known = {
            "states": set(world.states),
            "organisations": set(world.organisations),
            "persons": set(world.persons),
            "places": set(world.places),
            "treaties": treaties,
        }
        for part, ids in known.items():
            yield from ((part, id_) for id_ in getattr(self, part) if id_ not in ids)


def load_names(folder: Path) -> LanguageNames:
    """The names of a language's folder, none where it has no such file. Raises PackError."""
    path = folder / "names.yaml"
    return load(path, LanguageNames) if path.is_file() else LanguageNames()
