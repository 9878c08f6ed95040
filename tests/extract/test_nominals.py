"""Nouns that name acts."""

import pytest

from extract.reading import read


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("US arms shipments to Ukraine resumed.", ["transfer.arms"]),
        ("Turkey's parliament voted in favour of Sweden's NATO accession.", ["treaty.ratify"]),
        ("Finland notified the United Nations of its withdrawal from the Ottawa Convention.", ["treaty.withdraw"]),
        ("The soldiers have no combat experience.", []),
        ("The launch site is closed.", []),
    ],
)
def test_types(text: str, types: list[str]) -> None:
    assert [c.type for c in read(text, language="en").claims] == types
