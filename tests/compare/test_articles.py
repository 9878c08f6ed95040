import msgspec

from foedus.compare.articles import articles_changed
from foedus.model import Change, Reading, When
from foedus.model.article import digest_of
from ledger.samples import TEXT, reading

EDITED = "Il Giappone ha firmato l'accordo. Sarà ratificato in aprile."


def edited(text: str) -> Reading:
    return reading(text=text)


def test_an_edited_article_tells_its_sentences() -> None:
    old, new = edited(TEXT), edited(EDITED)
    assert list(articles_changed([old], [new])) == [
        Change(
            "article",
            "changed",
            "uno.txt",
            "text",
            ("Nessuno sa quando sarà ratificato.",),
            ("Sarà ratificato in aprile.",),
        )
    ]


def test_what_is_no_sentence_is_told_as_such() -> None:
    old = edited(TEXT)
    text = f"{TEXT}\nMenu"
    article = msgspec.structs.replace(old.article, text=text, digest=digest_of(text))
    new = msgspec.structs.replace(old, article=article)
    assert list(articles_changed([old], [new])) == [Change("article", "changed", "uno.txt", "text")]


def test_another_date_and_another_reading() -> None:
    old = edited(TEXT)
    dated = msgspec.structs.replace(
        old, article=msgspec.structs.replace(old.article, published=When("2025-03-04", "day")), claims=()
    )
    found = [(c.field, c.before, c.after) for c in articles_changed([old], [dated])]
    assert found == [("published", ("2025-03-02",), ("2025-03-04",)), ("claims", ("1",), ("0",))]


def test_articles_come_and_go() -> None:
    a, b = reading("a.txt"), reading("b.txt")
    assert list(articles_changed([a], [b])) == [Change("article", "new", "b.txt"), Change("article", "gone", "a.txt")]
