"""The article's date: what gives it, and what does not."""

import pytest

from foedus.model import Article
from foedus.read import article_from_text

HEAD = "Il patto divide la regione"
BODY = "I ministri dei due Paesi hanno siglato lunedì un'intesa che prevede consultazioni in caso di attacco."
MORE = "Il parlamento voterà la ratifica a dicembre, ha detto il presidente della commissione."


def day(article: Article) -> str | None:
    return article.published.interval if article.published else None


def read(*lines: str, published: str | None = None) -> Article:
    return article_from_text("\n".join(lines), id="a.txt", published=published)


@pytest.mark.parametrize(
    "line",
    [
        "20 giugno 2024",
        "Pubblicato il 20 giugno 2024 alle 14:32",
        "giovedì 20 giugno 2024, ore 9.15",
        "di Mario Rossi | 20 giugno 2024",
        "20/06/2024",
        "Corriere del Porto – Mondo – 20 giugno 2024",
        "Roma, 20 giugno 2024",
        "20 giugno 2024 | 3 min di lettura",
        "Aggiornato alle 14:32 del 20 giugno 2024",
    ],
)
def test_a_line_under_the_headline(line: str) -> None:
    assert day(read(HEAD, line, BODY, MORE)) == "2024-06-20"


@pytest.mark.parametrize(
    "line",
    ["Dom. Lug 14th, 2024", "sab 26 lug 2025 – 08:14", "martedì 12 novembre 2024", "Oggi è martedì 12 novembre 2024"],
)
def test_a_pages_clock_is_no_date(line: str) -> None:
    article = read(line, HEAD, BODY, MORE)
    assert article.published is None
    assert [note.partition(" (")[0] for note in article.notes] == [f"not taken for the article's date: {line}"]


def test_the_page_clock_is_rejected_with_its_reason() -> None:
    assert (
        read("Dom. Lug 14th, 2024", HEAD, BODY, MORE)
        .notes[0]
        .endswith("(the page's clock: it tells when the page was opened)")
    )


def test_another_date_on_the_page_is_told() -> None:
    article = read(HEAD, "Pubblicato il 20 giugno 2024", "SEUL, 3 luglio 2024 – " + BODY, MORE)
    assert day(article) == "2024-06-20"
    assert article.notes == (
        "another date on the page: 3 luglio 2024 (2024-07-03); taken: 20 giugno 2024 (2024-06-20)",
    )


def test_a_dateline_of_the_day_before_contradicts_nothing() -> None:
    article = read(HEAD, "Pubblicato il 20 giugno 2024", "SEUL, 19 giugno 2024 – " + BODY, MORE)
    assert (day(article), article.notes) == ("2024-06-20", ())


def test_metadata_against_the_page() -> None:
    text = "\n".join((HEAD, "Pubblicato il 20 giugno 2024", BODY, MORE))
    article = article_from_text(text, id="a", language="it", published="2024-09-01")
    assert day(article) == "2024-09-01"
    assert article.notes == ("another date on the page: 20 giugno 2024 (2024-06-20); taken: 2024-09-01 (2024-09-01)",)


def test_a_clock_without_a_day_is_no_date() -> None:
    article = read(HEAD, "Aggiornato alle 14:32", BODY)
    assert (article.published, article.notes) == (None, ())


def test_a_plain_date_above_the_headline() -> None:
    assert day(read("20 giugno 2024", HEAD, BODY)) == "2024-06-20"


def test_the_head_of_a_printed_page() -> None:
    assert day(read("Il Corriere del Porto", "Esteri – giovedì 20 giugno 2024", "", HEAD, BODY)) == "2024-06-20"


def test_a_dateline_with_its_year() -> None:
    article = read(HEAD, "MOSCA, 2 ottobre 2025 (Agenzie) - " + BODY)
    assert article.published is not None
    assert (article.published.interval, article.published.granularity) == ("2025-10-02", "day")
    assert (article.published.text, article.published.basis) == ("2 ottobre 2025", "text")
    assert article.parts[1].when == article.published


@pytest.mark.parametrize(
    "lead", ["MOSCA, 2 ottobre 2025 (agenzia) - ", "MOSCA (traduzione dal russo), 2 ottobre 2025 - "]
)
def test_a_remark_in_brackets_beside_the_full_date_of_a_dateline(lead: str) -> None:
    assert day(read(HEAD, lead + BODY)) == "2025-10-02"


@pytest.mark.parametrize("clock", ["09.15 – ", "09:15 "])
def test_the_headline_of_a_live_page_ends_with_its_day(clock: str) -> None:
    entries = [f"{clock}{BODY}", f"{clock.replace('9', '8')}{MORE}"]
    assert day(read("Diretta, gli aggiornamenti del 2 gennaio 2024", *entries)) == "2024-01-02"


def test_a_dateline_without_a_year_is_not_completed() -> None:
    article = read(HEAD, "ROMA, 12 novembre (ANSA) - " + BODY)
    assert article.published is None
    assert article.notes == ("dateline without a year: ROMA, 12 novembre (ANSA)",)
    assert article.parts[1].when is not None
    assert article.parts[1].when.interval is None


def test_the_stamp_under_a_wire_gives_the_dateline_its_year() -> None:
    article = read(HEAD, "(Agenzia Nord) – Seul, 20 giu – " + BODY, MORE, "20-GIU-24 17:48 NNNN")
    assert day(article) == "2024-06-20"
    assert article.parts[1].when is not None
    assert article.parts[1].when.interval == "2024-06-20"


def test_days_inside_a_live_blog_take_the_articles_year() -> None:
    article = read(HEAD, "2 gennaio 2024", "2 gennaio, 9.15 – " + BODY, "31 dicembre, 18.00 – " + MORE)
    days = [part.when.interval for part in article.parts if part.when]
    assert days == ["2024-01-02", "2024-01-02", "2023-12-31"]


def test_a_date_in_the_body_is_not_the_articles() -> None:
    assert read(HEAD, BODY, "L'intesa era stata annunciata il 20 giugno 2024.").published is None


def test_metadata_goes_first_and_is_never_guessed() -> None:
    assert day(read(HEAD, "20 giugno 2024", BODY, published="2024-06-21T06:30:00+02:00")) == "2024-06-21"
    assert day(read(HEAD, BODY, published="20 giugno 2024")) == "2024-06-20"
    assert day(read(HEAD, BODY, published="20240620")) == "2024-06-20"
    assert day(read(HEAD, BODY, published="2024-06")) == "2024-06"
    vague = read(HEAD, BODY, published="ieri")
    assert (vague.published, vague.notes) == (None, ("publication date not read: ieri",))
