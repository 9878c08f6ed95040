"""The article as a whole: what is given goes before what is found, and the text stays untouched."""

from foedus.model.article import digest_of
from foedus.read import article_from_text

HEAD = "Il patto divide la regione"
BODY = "I ministri dei due Paesi hanno siglato lunedì un'intesa che prevede consultazioni in caso di attacco."


def test_the_text_is_untouched() -> None:
    text = f"\n {HEAD}\r\n\r\n{BODY}\t\n"
    article = article_from_text(text, id="a.txt")
    assert article.text == text
    assert article.digest == digest_of(text)
    assert article == article_from_text(text, id="a.txt")


def test_language_is_that_of_the_body() -> None:
    page = (
        f"Catégories\nitalie\n\n{HEAD}\n\n{BODY}\n\nLaisser un commentaire\n\nVotre adresse e-mail ne sera pas publiée."
    )
    assert article_from_text(page, id="a").language == "it"
    assert (
        article_from_text("The two governments signed a treaty of mutual defence on Monday.", id="a").language == "en"
    )
    assert (
        article_from_text("Les deux gouvernements ont signé lundi un traité de défense mutuelle.", id="a").language
        == "fr"
    )
    assert article_from_text("Sì.", id="a").language is None
    assert article_from_text("Sì.", id="a", language="it").language == "it"


def test_given_title_and_outlet() -> None:
    article = article_from_text(BODY, id="a", title="Un titolo\n su due righe", outlet="Il Molo")
    assert (article.title, article.outlet) == ("Un titolo su due righe", "Il Molo")


def test_outlet_from_the_page() -> None:
    below = f"{HEAD}\n{BODY}\n{BODY}\n© 2024 Reuters"
    assert article_from_text(below, id="a").outlet == "media:Reuters"
    assert article_from_text(f"{HEAD}\n{BODY}\nFoto: Reuters", id="a").outlet is None
    assert article_from_text(BODY, id="a", source="https://www.reuters.com/world/x").outlet == "media:Reuters"
    assert article_from_text(BODY, id="a", source="https://news.ilmolo.example/x").outlet == "news.ilmolo.example"
    assert article_from_text(BODY, id="a", source="notes/http.txt").outlet is None
