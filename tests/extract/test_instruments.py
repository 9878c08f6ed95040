"""Several pacts in one phrase, consent told as a signature, treaties in general."""

from extract.reading import read


def test_agreements_with_each() -> None:
    text = "Ukraine signed security agreements with Germany and France on 16 February 2024."
    assert [set(c.actors) for c in read(text, language="en").claims] == [{"UKR", "DEU"}, {"UKR", "FRA"}]


def test_a_treaty_in_general_is_none() -> None:
    text = "Russia and North Korea signed a treaty in June 2024. A treaty can be terminated."
    assert [c.type for c in read(text, language="en").claims] == ["treaty.sign"]


def test_a_head_of_state_signs_after_parliament() -> None:
    text = "The Duma ratified the treaty with North Korea. Vladimir Putin signed it."
    assert {c.type for c in read(text, language="en").claims} == {"treaty.ratify"}
