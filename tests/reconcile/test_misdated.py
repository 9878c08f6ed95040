import pytest

from foedus.extract import extract
from foedus.model import Article, When
from foedus.read import article_from_text
from foedus.reconcile.misdated import ahead_of_all, misdated

SIGNED = "Pact signed\nJapan and the Philippines signed the Reciprocal Access Agreement on 8 July 2024 in Manila.\n"


def notes(text: str, published: str | None) -> tuple[str, ...]:
    return misdated(extract(article_from_text(text, id="a", language="en", published=published)))


def article(name: str, day: str | None, basis: str = "text") -> Article:
    return Article(name, "", (), "en", published=When(day, basis=basis) if day else None)  # type: ignore[arg-type]


def test_what_is_told_as_done_may_not_lie_ahead() -> None:
    assert notes(SIGNED, "2024-05-02") == (
        "date in doubt: dated 2024-05-02, but it tells as done what was on 2024-07-08 ('on 8 July 2024', treaty.sign)",
    )


@pytest.mark.parametrize("published", ["2024-07-08", "2024-07-07", "2024-07", None])
def test_a_date_that_fits_is_not_in_doubt(published: str | None) -> None:
    assert notes(SIGNED, published) == ()


def test_a_term_lies_ahead() -> None:
    assert notes("New START\nThe New START treaty expires on 5 February 2026.\n", "2024-05-02") == ()


def test_a_year_past_2100() -> None:
    assert notes(SIGNED, "2104-07-09") == ("date in doubt: 2104-07-09 is past 2100",)


def test_one_article_far_after_all_others() -> None:
    others = [article("one", "2024-07-08"), article("two", "2024-01-01"), article("none", None)]
    assert ahead_of_all(others) is None
    found = ahead_of_all([*others, article("three", "2031-07-08")])
    assert found == (
        "three: date in doubt: 2031-07-08 is more than a year after every other article, the newest of 2024-07-08"
    )
    assert found == ahead_of_all([article("three", "2031-07-08"), *reversed(others)])
    assert ahead_of_all([*others, article("three", "2025-07-08")]) is None
    assert ahead_of_all([*others, article("old", "2004-07-08"), article("three", "2031-07-08")]) is None
    assert ahead_of_all([*others, article("inferred", "2031-07-08", "context")]) is None


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_the_ends_of_the_calendar_break_nothing(day: str) -> None:
    text = (
        "Pact\nPublished on 3 March 2024\nJapan and the Philippines signed the Reciprocal Access Agreement on Monday.\n"
    )
    read = article_from_text(text, id="a", language="en", published=day)
    assert read.published is not None
    assert read.published.interval == day
    assert any(note.startswith("another date on the page: 3 March 2024") for note in read.notes)
    assert all(note.startswith("date in doubt") for note in misdated(extract(read)))
