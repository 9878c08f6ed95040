"""Which treaty a phrase means: by name, by parties, by year, or a new id."""

import datetime as dt

import pytest

from extract.reading import italian, read, row
from foedus.extract.discourse import Discourse
from foedus.extract.pacts import Pacts
from foedus.extract.who import Who
from foedus.model import Interval


def pacts(published: str | None = None) -> Pacts:
    day = Interval.day(dt.date.fromisoformat(published)) if published else None
    return Pacts(Who(italian(), Discourse(published=day)))


def link(text: str, published: str | None = None) -> str | None:
    first, *rest = [c for c in row(text) if c.kind == "np"]
    return pacts(published).link(first, rest)


@pytest.mark.parametrize(
    ("text", "treaty"),
    [
        ("il New Start", "treaty:New_START"),
        ("la Convenzione di Ottawa", "treaty:Ottawa_Convention"),
        ("il trattato tra Russia e Corea del Nord", "treaty:RUS-PRK-2024"),
        ("il trattato di amicizia tra Francia e Polonia", "treaty:FRA-POL-2025"),
        ("il trattato tra Italia e Albania", "treaty:ALB-ITA"),
        ("il trattato del 1961 tra Cina e Corea del Nord", "treaty:CHN-PRK-1961"),
        ("il trattato del 1999 tra Italia e Albania", "treaty:ALB-ITA-1999"),
        ("il trattato russo-nordcoreano", "treaty:RUS-PRK-2024"),
    ],
)
def test_link(text: str, treaty: str) -> None:
    assert link(text) == treaty


def test_a_pair_means_its_treaty_of_that_time() -> None:
    assert link("il trattato tra Russia e Corea del Nord", "2001-05-05") == "treaty:RUS-PRK-2000"
    assert link("il trattato tra Russia e Corea del Nord", "2024-07-01") == "treaty:RUS-PRK-2024"


def test_a_treaty_that_ended_long_ago_is_not_meant_by_its_parties() -> None:
    assert link("il trattato tra Russia e Ucraina", "2010-01-01") == "treaty:RUS-UKR-1997"
    assert link("il trattato tra Russia e Ucraina", "2025-06-06") == "treaty:RUS-UKR"
    assert link("il trattato del 1997 tra Russia e Ucraina", "2025-06-06") == "treaty:RUS-UKR-1997"


def test_a_year_alone_means_a_treaty_of_states_that_the_article_names() -> None:
    found = pacts()
    phrase = row("l'accordo del 1960")[0]
    assert found.link(phrase) is None
    found.discourse.states.update(["USA", "JPN"])
    assert found.link(phrase) == "treaty:USA-JPN-1960"


def test_a_loose_name_needs_both_parties_in_the_article() -> None:
    found = pacts()
    found.discourse.states.update(["COD", "USA"])
    assert found.link(row("l'accordo sui minerali")[0]) is None
    found.discourse.states.update(["UKR"])
    assert found.link(row("l'accordo sui minerali")[0]) == "treaty:UKR-USA-2025"


def test_a_proper_name_does_not() -> None:
    found = pacts()
    found.discourse.states.update(["ITA"])
    assert found.link(row("il trattato del Quirinale")[0]) == "treaty:FRA-ITA-2021"


def test_a_name_of_several_treaties_means_the_one_whose_parties_are_present() -> None:
    found = pacts()
    found.discourse.states.update(["ETH", "ERI"])
    assert found.link(row("gli accordi di Algeri")[0]) == "treaty:ERI-ETH-2000"


def test_a_name_that_no_file_knows_is_not_the_lead() -> None:
    found = pacts()
    found.discourse.lead, found.discourse.lead_share = "treaty:JPN-PHL-2024", 1.0
    phrase = row("il trattato di Osimo")[0]
    assert found.link(phrase) is None
    assert found.link(phrase, agents=["ITA", "YUG"]) == "treaty:ITA-YUG"


def test_nothing_tells() -> None:
    assert link("il trattato") is None


def test_the_lead_is_meant_where_nothing_else_is_named() -> None:
    found = pacts()
    found.discourse.lead, found.discourse.lead_share = "treaty:JPN-PHL-2024", 1.0
    assert found.link(row("il patto")[0]) == "treaty:JPN-PHL-2024"


def test_lead_is_the_most_spoken_of() -> None:
    text = (
        "Russia e Corea del Nord hanno firmato un trattato nel giugno 2024. Mosca ha sospeso il trattato New Start. "
        "Kiev ha condannato il trattato tra Russia e Corea del Nord. "
        "Il trattato è entrato in vigore il 4 dicembre 2024."
    )
    forces = [c for c in read(text).claims if c.type == "treaty.enter_into_force"]
    assert [c.object for c in forces] == ["treaty:RUS-PRK-2024"]
