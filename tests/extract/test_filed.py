"""Parties and dates of the treaty files."""

import datetime as dt

from extract.reading import italian


def test_parties_of_a_file_and_of_a_made_id() -> None:
    filed = italian().filed
    assert filed.parties("treaty:AUS-PNG-2025") == {"AUS", "PNG"}
    assert filed.parties("treaty:ALB-ITA-1999") == {"ALB", "ITA"}
    assert filed.parties("the ABC pact") == frozenset()


def test_treaties_of_just_these_states() -> None:
    assert "treaty:FRA-POL-2025" in italian().filed.between(["POL", "FRA"])
    assert italian().filed.between(["POL"]) == []


def test_days_of_its_life() -> None:
    filed = italian().filed
    assert filed.signed("treaty:AUS-PNG-2025") == dt.date(2025, 10, 6)
    assert filed.signed("treaty:AUS-VUT-2025") == dt.date(2025, 8, 13)  # initialled, not signed
    assert filed.ended("treaty:RUS-UKR-1997") == dt.date(2019, 4, 1)
    assert filed.ended("treaty:AUS-PNG-2025") is None
