"""Datelines that a paragraph opens with; the date of the treaty's signature is publicly known."""

import pytest

from foedus.read import article_from_text

BODY = "Dodici Stati hanno firmato oggi il trattato in una breve cerimonia nella capitale."


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("WASHINGTON, 4 aprile 1949 - ", "1949-04-04"),
        ("WASHINGTON, 4 aprile 1949. ", "1949-04-04"),
        ("Era il 4 aprile 1949. ", None),
        ("Washington, 4 aprile 1949. ", "1949-04-04"),
        ("La firma è del 4 aprile 1949. ", None),
    ],
)
def test_a_full_stop_ends_a_dateline_only_after_a_place(opening: str, day: str | None) -> None:
    article = article_from_text(f"La firma\n\n{opening}{BODY}", id="a.txt", language="it")
    assert (article.published.interval if article.published else None) == day
