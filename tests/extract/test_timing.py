"""Which way a date without its year lies; the dates are publicly known."""

import pytest

from foedus.extract import extract
from foedus.read import article_from_text


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Nato, il 5 luglio la firma dei protocolli di adesione della Finlandia", "2022-07-01", "2022-07-05"),
        ("Nato, il 5 luglio la firma dei protocolli di adesione della Finlandia", "2022-07-07", "2022-07-05"),
        ("Nato, il 5 luglio la firma dei protocolli di adesione della Finlandia", "2023-01-20", "2022-07-05"),
        ("La Germania ha ratificato l'8 luglio i protocolli di adesione della Finlandia.", "2023-07-05", "2022-07-08"),
        ("La Germania ratificherà l'8 luglio i protocolli di adesione della Finlandia.", "2022-07-05", "2022-07-08"),
    ],
    ids=["near, no verb", "just gone", "months ago", "a verb of the past", "a verb of the future"],
)
def test_a_day_without_a_year(text: str, published: str, day: str) -> None:
    reading = extract(article_from_text(text, id="a.txt", language="it", published=published))
    found = {c.when.interval for c in reading.claims if c.type in ("treaty.sign", "treaty.ratify") and c.when}
    assert found == {day}
