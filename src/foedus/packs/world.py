"""The world pack: states, persons, organisations, outlets and places, with their names and terms."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, Protocol, TypeVar

import msgspec

from foedus.model import Interval, PackError
from foedus.packs.folders import folders as pack_folders
from foedus.packs.load import load

Names = dict[str, tuple[str, ...]]
EntityKind = Literal["state", "adjective", "metonym", "person", "surname", "organisation", "outlet", "place"]


class Entity(msgspec.Struct, frozen=True):
    """What a name stands for. ``id`` is an id of the claim contract; a capital is a ``metonym`` and a place too."""

    kind: EntityKind
    id: str
    place: str | None = None


class Capital(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A capital with its spellings."""

    id: str
    it: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()

    def names(self, language: str) -> tuple[str, ...]:
        """Spellings in ``language``, empty when the pack has none."""
        return {"it": self.it, "en": self.en, "fr": self.fr}.get(language, ())


class CowCode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Number and letters of the Correlates of War country codes."""

    number: int
    code: str


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state, or a former one; ``id`` is ISO 3166-1 (former: 3166-3) alpha-3, ``exists`` an EDTF interval."""

    id: str
    names: Names
    adjectives: Names
    iso2: str | None = None
    cow: CowCode | None = None
    exists: str | None = None
    capital: Capital | None = None
    metonyms: Names = {}
    forms: tuple[str, ...] = ()


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"within": "in"}):
    """An office held for a state or organisation, ``in`` an EDTF interval."""

    office: str
    of: str
    within: str


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person of public office; ``short`` are surname forms that stand alone in news."""

    id: str
    names: tuple[str, ...]
    short: tuple[str, ...] = ()
    sex: Literal["m", "f"] | None = None
    terms: tuple[Term, ...] = ()


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An organisation or body; ``of`` is the state that it acts for, ``members`` are who acts where a bloc does."""

    id: str
    kind: str
    names: Names
    of: str | None = None
    adjectives: Names = {}
    members: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    seat: str | None = None


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A news agency or outlet; ``of`` is the state it speaks for, ``relays`` the agencies it usually carries."""

    id: str
    kind: str
    names: tuple[str, ...]
    of: str | None = None
    country: str | None = None
    state_run: bool = False
    domains: tuple[str, ...] = ()
    owner: str | None = None
    relays: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"within": "in"}):
    """A region, city or site; ``in`` is the state whose territory it is, for which a ``metonym`` stands."""

    id: str
    names: Names
    within: str | None = None
    metonym: bool = False

    def entity(self) -> Entity:
        """What its names stand for."""
        id_ = f"place:{self.id}"
        return Entity("metonym", self.within, id_) if self.metonym and self.within else Entity("place", id_, id_)


class States(msgspec.Struct, forbid_unknown_fields=True):
    """``states.yaml``: states, and further times at which states of any pack existed (EDTF), by id."""

    states: tuple[State, ...] = ()
    existed: dict[str, tuple[str, ...]] = {}


class _Persons(msgspec.Struct, forbid_unknown_fields=True):
    persons: tuple[Person, ...]
    given: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()


class _Organisations(msgspec.Struct, forbid_unknown_fields=True):
    organisations: tuple[Organisation, ...]


class _Outlets(msgspec.Struct, forbid_unknown_fields=True):
    outlets: tuple[Outlet, ...]


class _Places(msgspec.Struct, forbid_unknown_fields=True):
    places: tuple[Place, ...]


class World(msgspec.Struct, frozen=True):
    """Everything the packs know of who is who, by id."""

    states: dict[str, State]
    persons: dict[str, Person]
    organisations: dict[str, Organisation]
    outlets: dict[str, Outlet]
    places: dict[str, Place]
    terms: dict[tuple[str, str], list[tuple[str, Interval]]] = {}
    """(office, state or organisation) → its holders with their times, in the order of the pack."""
    capitals: dict[str, str] = {}
    """Capital → the state whose capital it is."""
    forms: dict[str, frozenset[str]] = {}
    """Form ("kingdom", "island") → the states that a word for it can mean."""
    given: set[str] = set()
    """Given names in lower case: those of the persons, and others."""
    titles: set[str] = set()
    """Words before a surname that are no given name ("Mr"), in lower case."""
    existed: dict[str, list[Interval]] = {}
    """State → all times at which it existed: its own ``exists``, and what further packs reckon."""

    def existed_on(self, state: str, day: dt.date) -> bool | None:
        """Did a state exist on a day? None where no file tells when it did."""
        times = self.existed.get(state)
        return any(time.meets(Interval.day(day)) for time in times) if times else None

    def entities(self, language: str) -> Iterator[tuple[str, Entity]]:
        """Every (name, entity) of a language. A name may stand for several entities."""
        for state in self.states.values():
            yield from _named(state.names, language, Entity("state", state.id))
            yield from _named(state.adjectives, language, Entity("adjective", state.id))
            yield from _named(state.metonyms, language, Entity("metonym", state.id))
            if state.capital:
                capital = Entity("metonym", state.id, f"place:{state.capital.id}")
                yield from ((name, capital) for name in state.capital.names(language))
        for person in self.persons.values():
            yield from ((name, Entity("person", f"person:{person.id}")) for name in person.names)
            yield from ((name, Entity("surname", f"person:{person.id}")) for name in person.short)
        for body in self.organisations.values():
            yield from _named(body.names, language, Entity("organisation", body.id))
            yield from _named(body.adjectives, language, Entity("adjective", body.id))
        for outlet in self.outlets.values():
            yield from ((name, Entity("outlet", outlet.id)) for name in outlet.names)
        for place in self.places.values():
            yield from _named(place.names, language, place.entity())

    def principal(self, id_: str, at: Interval | None = None) -> str:
        """The state or organisation that ``id_`` acts for (at a time, when terms differ), else ``id_`` itself."""
        kind, _, name = id_.rpartition(":")
        if kind == "person" and name in self.persons:
            return self._principal_of_person(self.persons[name], at) or id_
        if id_ in self.organisations:
            return self.organisations[id_].of or id_
        if id_ in self.outlets:
            return self.outlets[id_].of or id_
        head = name.partition("_")[0]
        if kind in ("gov", "agency", "forces", "group", "media") and head in self.states and name != f"{head}_allies":
            return head
        return "bloc:West" if kind == "group" and head == "Western" else id_

    def _principal_of_person(self, person: Person, at: Interval | None) -> str | None:
        terms = [t for t in person.terms if at and Interval.parse(t.within).meets(at)] or list(person.terms)
        return terms[0].of if terms else None

    def holders(self, office: str, of: str, at: Interval | None) -> tuple[str, ...]:
        """Ids of the persons who held ``office`` of ``of`` at a time; without a time, all who ever did."""
        terms = self.terms.get((office, of), ())
        return tuple(dict.fromkeys(id_ for id_, within in terms if at is None or within.meets(at)))

    def state_of_place(self, place: str) -> str | None:
        """The state on whose territory a place id lies, None when it is in none or unknown."""
        name = place.removeprefix("place:")
        if name in self.places:
            return self.places[name].within
        return self.capitals.get(name)

    def label(self, id_: str, language: str = "en") -> str:
        """A display name: the pack's first name in ``language``, else the id made readable."""
        kind, _, name = id_.rpartition(":")
        if id_ in self.states:
            return _first(self.states[id_].names, language, id_)
        if kind == "person" and name in self.persons:
            return self.persons[name].names[0]
        if id_ in self.organisations:
            return _first(self.organisations[id_].names, language, name)
        if id_ in self.outlets:
            return self.outlets[id_].names[0]
        if kind == "place" and name in self.places:
            return _first(self.places[name].names, language, name)
        return self._readable(kind, name, language)

    def _readable(self, kind: str, name: str, language: str) -> str:
        head, _, rest = name.partition("_")
        if kind in ("gov", "agency", "forces", "group") and head in self.states and rest:
            return f"{_first(self.states[head].names, language, head)}: {rest.replace('_', ' ')}"
        return name.replace("_", " ")


def _named(names: Names, language: str, entity: Entity) -> Iterator[tuple[str, Entity]]:
    return ((name, entity) for name in names.get(language, ()))


def _first(names: Names, language: str, otherwise: str) -> str:
    return next(iter(names.get(language) or names.get("en") or ()), otherwise)


def load_world(folders: tuple[Path, ...] | None = None) -> World:
    """The world of one or several folders, by default of all packs; later ones add to the earlier. Raises PackError."""
    return _load(pack_folders("world") if folders is None else folders)


@cache
def _load(folders: tuple[Path, ...]) -> World:
    world = World({}, {}, {}, {}, {})
    further: list[tuple[Path, States]] = []
    for folder in folders:
        states = _add(world.states, folder / "states.yaml", States)
        if states is not None:
            further.append((folder / "states.yaml", states))
        people = _add(world.persons, folder / "persons.yaml", _Persons)
        if people is not None:
            world.given.update(people.given)
            world.titles.update(people.titles)
        _add(world.organisations, folder / "organisations.yaml", _Organisations)
        _add(world.outlets, folder / "outlets.yaml", _Outlets)
        _add(world.places, folder / "places.yaml", _Places)
    _check(world)
    _index(world)
    for path, states in further:
        _reckon(world, path, states.existed)
    return world


def _reckon(world: World, path: Path, existed: dict[str, tuple[str, ...]]) -> None:
    """Further times of states, also of those of other packs."""
    for id_, times in existed.items():
        if id_ not in world.states:
            raise PackError(f"existed names {id_}, which no file has", str(path), "add the state or mend the id")
        for time in times:
            _interval(time, f"{path}: existed: {id_}")
            world.existed.setdefault(id_, []).append(Interval.parse(time))


def _index(world: World) -> None:
    """What is asked at every turn: who held an office, whose capital a place is."""
    for person in world.persons.values():
        for term in person.terms:
            holders = world.terms.setdefault((term.office, term.of), [])
            holders.append((f"person:{person.id}", Interval.parse(term.within)))
        world.given.update(name.split()[0].lower() for name in person.names if " " in name)
    for form in {f for s in world.states.values() for f in s.forms}:
        world.forms[form] = frozenset(s.id for s in world.states.values() if form in s.forms)
    world.capitals.update((s.capital.id, s.id) for s in world.states.values() if s.capital)
    world.existed.update((s.id, [Interval.parse(s.exists)]) for s in world.states.values() if s.exists)


class _Entry(Protocol):
    @property
    def id(self) -> str: ...


E = TypeVar("E", bound=_Entry)
F = TypeVar("F", bound=msgspec.Struct)


def _add(table: dict[str, E], path: Path, form: type[F]) -> F | None:
    """Entries of a file, if it is there, into their table."""
    if not path.exists():
        return None
    made = load(path, form)
    for item in msgspec.structs.astuple(made)[0]:
        if item.id in table:
            raise PackError(f"the id {item.id} is there twice", str(path), "rename or remove one")
        table[item.id] = item
    return made


def _check(world: World) -> None:
    """Cross references and intervals hold."""
    for person in world.persons.values():
        for term in person.terms:
            if term.of not in world.states and term.of not in world.organisations:
                raise PackError(
                    f"{person.id} serves {term.of}, which no file has", "persons.yaml", "add or mend the id"
                )
            _interval(term.within, f"persons.yaml: {person.id}")
    for place in world.places.values():
        if place.within is not None and place.within not in world.states:
            raise PackError(f"{place.id} lies in {place.within}, which no file has", "places.yaml", "mend the id")
    for state in world.states.values():
        if state.exists:
            _interval(state.exists, f"states.yaml: {state.id}")


def _interval(text: str, where: str) -> None:
    try:
        Interval.parse(text)
    except ValueError as error:
        raise PackError(str(error), where, "write an EDTF interval such as 1991-12-26/..") from error
