"""Acts that a sentence names and does not tell as done."""

import pytest

from extract.reading import read


def firmness(text: str) -> list[tuple[str, str]]:
    return [(c.modality, c.polarity) for c in read(text, language="en").claims if c.type == "treaty.withdraw"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway left the Ottawa Convention.", [("asserted", "positive")]),
        ("Norway stopped short of leaving the Ottawa Convention.", [("asserted", "negative")]),
        ("Norway is on the verge of leaving the Ottawa Convention.", [("planned", "positive")]),
        ("Neighbours fear Norway will leave the Ottawa Convention.", [("possible", "positive")]),
        ("There is speculation that Norway has left the Ottawa Convention.", [("alleged", "positive")]),
        ("Should Norway leave the Ottawa Convention, others would follow.", []),
    ],
)
def test_what_a_phrase_makes_of_an_act(text: str, told: list[tuple[str, str]]) -> None:
    assert firmness(text) == told


def test_what_is_doubted_is_a_gap() -> None:
    reading = read("Those who believe that Norway left the Ottawa Convention are wrong.", language="en")
    assert [g.reason for g in reading.gaps if "withdraw" in g.detail] == ["doubted"]
