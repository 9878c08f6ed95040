"""From a phrase to ids."""

import datetime as dt

import pytest

from extract.reading import italian, row
from foedus.extract.discourse import Discourse
from foedus.extract.who import Who
from foedus.model import Interval


def actors(text: str, published: str | None = None) -> list[str]:
    day = Interval.day(dt.date.fromisoformat(published)) if published else None
    return Who(italian(), Discourse(published=day)).actors(next(c for c in row(text) if c.kind == "np"))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("La Russia parla", ["RUS"]),
        ("Mosca parla", ["RUS"]),
        ("Il Cremlino parla", ["RUS"]),
        ("La Casa Bianca parla", ["USA"]),
        ("Il governo italiano parla", ["ITA"]),
        ("Vladimir Putin parla", ["person:Vladimir_Putin"]),
        ("Il presidente russo Vladimir Putin parla", ["person:Vladimir_Putin"]),
        ("La Russia e la Cina parlano", ["RUS", "CHN"]),
        ("Il ministero degli Esteri cinese parla", ["gov:CHN_MFA"]),
        ("La Nato parla", ["org:NATO"]),
        ("L'Unione europea parla", ["org:EU"]),
        ("Gli analisti parlano", ["group:analysts"]),
        ("Il tavolo parla", []),
        ("La vicina di casa parla", []),
    ],
)
def test_actors(text: str, ids: list[str]) -> None:
    assert actors(text) == ids


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("L'esercito ucraino parla", "UKR"),
        ("Il Parlamento turco parla", "TUR"),
        ("L'intelligence sudcoreana parla", "KOR"),
    ],
)
def test_bodies_act_for_their_state(text: str, state: str) -> None:
    who = Who(italian(), Discourse())
    assert [who.principal(i) for i in who.actors(row(text)[0])] == [state]


def test_an_office_means_its_holder_at_the_time() -> None:
    assert actors("Il presidente russo parla", "2024-06-20") == ["person:Vladimir_Putin"]
    assert actors("Il presidente russo parla", "2010-06-20") == ["person:Dmitry_Medvedev"]


def test_the_two_are_the_last_pair() -> None:
    who = Who(italian(), Discourse(pair=("JPN", "PHL")))
    assert who.actors(row("I due Paesi parlano")[0]) == ["JPN", "PHL"]


def test_principals() -> None:
    who = Who(italian(), Discourse())
    assert [who.principal(i) for i in ("person:Kim_Jong_Un", "gov:KOR_MFA", "org:UNSC", "JPN", "media:KCNA")] == [
        "PRK", "KOR", "org:UN", "JPN", "PRK",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Gli alleati della Nato parlano", ["group:NATO_allies"]),
        ("Gli alleati russi parlano", ["RUS"]),
        ("Gli alleati parlano", ["group:allies"]),
        ("I jihadisti parlano", ["group:jihadists"]),
        ("Uomini armati parlano", ["group:gunmen"]),
        ("I francesi parlano", ["FRA"]),
        ("Due francesi parlano", []),
        ("Un francese parla", []),
        ("Il Somaliland parla", ["org:Somaliland"]),
        ("Nakatani Gen parla", ["person:Gen_Nakatani"]),
    ],
)
def test_allies_groups_and_peoples(text: str, ids: list[str]) -> None:
    assert actors(text) == ids


def test_allies_have_no_principal() -> None:
    assert italian().world.principal("group:USA_allies") == "group:USA_allies"
    assert italian().world.principal("group:USA_officials") == "USA"
