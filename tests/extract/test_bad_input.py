"""Text that is no news: offsets stay exact, counts balance, nothing raises, no piece of work outgrows a sentence."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.test_reader import sound
from extract.test_sieve import same
from foedus.extract import extract
from foedus.extract.sentences import quotations, sentences
from foedus.model import Article, Part, Reading, Span
from foedus.read import article_from_text

LONGEST = 3_000
SIZE = 100_000
BAD = {
    "one word": "a",
    "letters with accents of their own": "e\u0301",
    "no full stop": "la Svezia e la Norvegia parlano con la Francia e ",
    "a list": "Mosca, ",
    "opening quotation marks": "«“",
    "quotation marks in each other": "«„“x”“»",
    "full stops": ".",
    "full stops before a letter": "....a",
    "soft hyphens": "trat\u00adta\u00adto ",
    "no-break spaces": "il\u00a0trattato\u202fdi\u2009Mosca\u00a0",
    "emoji": "👩\u200d👩\u200d👧 🇺🇦 ",
    "right-to-left marks": "\u200fالرئيس\u200e Putin ",
    "a capital that grows in lower case": "İstanbul ẞ ﬁrma ",
    "blank lines": "\n \n\t",
    "digits": "1234567890",
    "numbers": "12.000, 13mila e ",
}
WORDS = (
    "La Russia",
    "ha firmato",
    "il trattato",
    "con la Cina",
    "il 3 marzo",
    "«",
    "»",
    "“",
    ".",
    "?",
    ",",
    "\n\n",
    "İ",
    "l'",
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
mixtures = st.lists(st.one_of(st.sampled_from(WORDS), ANY), max_size=25).map(" ".join)


def read(text: str, language: str = "it") -> Reading:
    return extract(article_from_text(text, id="a.txt", language=language, published="2024-11-12"))


@settings(max_examples=60, deadline=None)
@given(mixtures, st.sampled_from(["it", "en", "fr"]))
def test_any_characters(text: str, language: str) -> None:
    sound(read(text, language), text)
    same(text, language)


@pytest.mark.parametrize("piece", BAD.values(), ids=BAD)
def test_a_hundred_thousand_characters(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    reading = read(text)
    sound(reading, text)
    assert all(span.end - span.start <= LONGEST for span in reading.sentences)


@pytest.mark.parametrize("language", ["it", "en", "fr"])
def test_another_language_than_it_claims(language: str) -> None:
    for text in (
        "Россия и Северная Корея подписали договор 19 июня 2024 года.",
        "Rusya ve Kuzey Kore, 19 Haziran 2024'te İstanbul'da bir anlaşma imzaladı.",
        "Der Bundestag hat dem Vertrag mit Großbritannien zugestimmt, sagte der Außenminister.",
        "俄罗斯与朝鲜签署了条约。",
        "La Russie et la Corée du Nord ont signé un traité; Russia signed it; la Russia lo ha firmato.",
    ):
        sound(read(text, language), text)


def test_ten_thousand_quotation_marks() -> None:
    for text in ("«" * 10_000, "«" * 5_000 + "x" + "»" * 5_000, "“x” " * 5_000, '"' * 10_001, "„“" * 5_000):
        found = quotations(text, Span(0, len(text)))
        assert len(found) <= len(text)
        assert all(one.span.end <= two.span.start for one, two in pairwise(found))
        sound(read(text), text)


def test_a_sentence_without_end_is_cut_at_a_mark() -> None:
    text = "La Svezia è grande, la Norvegia è lunga; " * 500
    part = Part(Span(0, len(text)), "body")
    spans = [s.span for s in sentences(Article("a.txt", text, (part,), "it"), frozenset())]
    assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")
    assert all(span.of(text).endswith(";") for span in spans)
