"""A letter for each origin, by what is on file of it."""

from typing import Any

import pytest

from foedus.model import Article, Event, Origin, When
from foedus.packs.reliability import Rating, Reliability, load_reliability
from foedus.packs.world import load_world
from foedus.reconcile import papers_of, rated
from foedus.reconcile.kinds import kinds_of

WORLD = load_world()
FILES = load_reliability()


def event(origin: str, type_: str = "forces.deploy", actors: tuple[str, ...] = ("PRK",), **more: Any) -> Event:
    article = origin.removeprefix("article:") if origin.startswith("article:") else "a"
    return Event("e", type_, actors, ("RUS",), None, None, None, "asserted", "positive", ("c",), (article,),
                 (Origin(origin, ("c",), (article,)),), **more)  # fmt: skip


def article(id_: str = "a", outlet: str | None = None, published: str | None = None) -> Article:
    return Article(id_, "", (), "en", outlet=outlet, published=When(published) if published else None)


def letter(of: Event, *articles: Article, files: tuple[Reliability, ...] = FILES) -> str:
    (made,) = rated([of], papers_of(articles), WORLD, files)
    assert made.origins[0].reliability_reason
    return made.origins[0].reliability


@pytest.mark.parametrize(
    ("source", "kind", "wanted"),
    [
        ("media:Reuters", "news_agency", "B"),
        ("media:Le_Monde", "newspaper", "B"),
        ("media:Xinhua", "state_media", "C"),
        ("media:KCNA", "state_media", "D"),
        ("media:Nobody_Knows", "unknown_outlet", "F"),
        ("KOR", "government", "C"),
        ("gov:KOR_MOD", "ministry", "C"),
        ("gov:KOR_National_Assembly", "parliament", "B"),
        ("agency:KOR_NIS", "intelligence", "C"),
        ("agency:KOR_intelligence", "intelligence", "C"),
        ("person:Shin_Won_Sik", "official", "C"),
        ("person:Nobody_Knows", "person", "F"),
        ("group:analysts", "analysts", "F"),
        ("group:SAU_officials", "anonymous", "F"),
        ("group:critics", "group", "F"),
        ("org:SIPRI", "think_tank", "C"),
        ("org:NATO", "organisation", "B"),
        ("org:ICJ", "court", "B"),
        ("bloc:West", "bloc", "C"),
        ("treaty:RUS-PRK-2024", "document", "A"),
        ("text:0", "unknown", "F"),
    ],
)
def test_kinds_have_their_letters(source: str, kind: str, wanted: str) -> None:
    assert kinds_of(source, WORLD, FILES[0].groups)[0] == kind
    assert letter(event(source)) == wanted


def test_an_articles_own_word_is_that_of_its_outlet() -> None:
    assert letter(event("article:a"), article(outlet="media:Reuters")) == "B"
    assert letter(event("article:a"), article(outlet="The Harbour Ledger")) == "F"
    assert letter(event("article:a"), article()) == "F"


def test_an_authority_is_the_competent_source_of_its_own_act() -> None:
    assert letter(event("media:KCNA", "treaty.ratify")) == "B"
    assert letter(event("PRK", "treaty.ratify")) == "B"
    assert letter(event("PRK", "treaty.ratify", ("RUS",))) == "C"
    assert letter(event("PRK", "forces.deploy")) == "C"


def test_a_depositary_certifies_the_acts_of_a_treatys_life() -> None:
    assert letter(event("org:UN", "treaty.ratify", ("NOR",))) == "A"
    assert letter(event("org:UN", "forces.deploy", ("NOR",))) == "B"


def test_a_rating_holds_since_its_day() -> None:
    old, new = article(published="2019-05-02"), article(published="2023-05-02")
    assert letter(event("media:TASS"), old) == "C"
    assert letter(event("media:TASS"), new) == "D"
    assert letter(event("media:TASS"), article()) == "D"


def test_of_two_ratings_on_unknown_days_the_less_favourable_counts() -> None:
    two = (
        Rating(of="media:Heron", letter="B", reason="at first", until="2031-01-01"),
        Rating(of="media:Heron", letter="E", reason="then", from_="2031-01-02"),
    )
    files = (Reliability(ratings=two),)
    assert letter(event("media:Heron"), files=files) == "E"
    assert letter(event("media:Heron"), article(published="2030"), files=files) == "B"


def test_a_joint_source_is_as_reliable_as_its_least_reliable_member() -> None:
    assert letter(event("media:KCNA+media:Reuters")) == "D"
    assert letter(event("group:critics+media:Reuters")) == "B"


def test_a_later_file_goes_before() -> None:
    def own(of: str, letter_: Any) -> tuple[Reliability, ...]:
        return (*FILES, Reliability(ratings=(Rating(of=of, letter=letter_, reason="mine"),)))

    assert letter(event("media:Reuters"), files=own("media:Reuters", "A")) == "A"
    assert letter(event("media:KCNA", "treaty.ratify"), files=own("media:KCNA", "E")) == "E"
    assert letter(event("media:KCNA"), files=own("state_media", "E")) == "E"
    assert letter(event("media:AFP"), files=own("media:Reuters", "E")) == "B"


def test_letter_and_grade_stay_apart() -> None:
    before = event("media:KCNA", corroboration=3)
    (made,) = rated([before], {}, WORLD, FILES)
    assert (made.origins[0].reliability, made.corroboration) == ("D", 3)


def test_nothing_on_file() -> None:
    assert letter(event("media:Reuters"), files=()) == "F"
