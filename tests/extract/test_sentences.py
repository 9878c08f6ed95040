"""Sentences and quotations, with offsets into the text as given."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reading import italian
from foedus.extract.sentences import quotations, sentences
from foedus.model import Article, Part, Span


def cut(text: str) -> list[str]:
    article = Article("a", text, (Part(Span(0, len(text)), "body"),), "it")
    return [s.span.of(text) for s in sentences(article, italian().language.words.abbreviations)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Uno tace. Due parla.", ["Uno tace.", "Due parla."]),
        ("Il gen. Rossi tace. Poi parla.", ["Il gen. Rossi tace.", "Poi parla."]),
        ("L'art. 4 impegna le parti. Basta.", ["L'art. 4 impegna le parti.", "Basta."]),
        ("Il sig. J. Smith tace.", ["Il sig. J. Smith tace."]),
        ("Chi parla? Nessuno! Bene.", ["Chi parla?", "Nessuno!", "Bene."]),
        ("«Tace.» Poi parla.", ["«Tace.»", "Poi parla."]),
        ("Costa 1.500 euro. Fine.", ["Costa 1.500 euro.", "Fine."]),
        ("Titolo\n\nCorpo del testo.", ["Titolo", "Corpo del testo."]),
        ("Titolo\r\n\r\nCorpo.", ["Titolo", "Corpo."]),
        ("Prima… poi tace. Fine.", ["Prima… poi tace.", "Fine."]),
        ("  \n ... \n", []),
    ],
)
def test_split(text: str, found: list[str]) -> None:
    assert cut(text) == found


def test_furniture_and_datelines_are_no_sentences() -> None:
    text = "Menu. Il trattato vale. 12:30"
    parts = (Part(Span(0, 5), "furniture"), Part(Span(6, 23), "body"), Part(Span(24, 29), "dateline"))
    article = Article("a", text, parts, "it")
    assert [s.span.of(text) for s in sentences(article, frozenset())] == ["Il trattato vale."]


@pytest.mark.parametrize(
    ("text", "found", "closed"),
    [
        ("Ha detto: «Sì».", "«Sì»", True),
        ("Ha detto: “Sì”.", "“Sì”", True),
        ('Ha detto: "Sì".', '"Sì"', True),
        ("Ha detto: «Sì.", "«Sì.", False),
    ],
)
def test_quotations(text: str, found: str, closed: bool) -> None:
    (quote,) = quotations(text, Span(0, len(text)))
    assert (quote.span.of(text), quote.closed) == (found, closed)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_sentences_lie_in_order_and_have_letters(text: str) -> None:
    article = Article("a", text, (Part(Span(0, len(text)), "body"),), "it")
    spans = [s.span for s in sentences(article, frozenset())]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(any(c.isalnum() for c in s.of(text)) and s.of(text) == s.of(text).strip() for s in spans)
    outside = list(text)
    for span in spans:
        outside[span.start : span.end] = [""] * (span.end - span.start)
    assert not any(c.isalnum() for piece in outside for c in piece)
