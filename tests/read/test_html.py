"""Web pages: main text, metadata, and pages meant to break a parser."""

import pytest

from foedus.model import InputError
from foedus.read.html import looks_like_html, page_of

PAGE = """<!doctype html><html lang="fr"><head><title>Firmato il patto | Il Molo</title>
<meta property="og:title" content="Firmato il patto"><meta content="Il Molo" property="og:site_name">
<meta property='article:published_time' content='2024-06-20T08:30:00+02:00'>{extra}</head>
<body><nav><a href="/">Home</a> <a href="/esteri">Esteri</a></nav>
<article><h1>Firmato il patto</h1><p>di Mario Rossi</p>
<figure><img src="x.jpg"><figcaption>I due ministri a Roma durante la cerimonia</figcaption></figure>
<p>I governi dei due Paesi hanno firmato giovedì un accordo di difesa che prevede esercitazioni comuni e scambi di
informazioni tra i comandi.</p>
<section class="entry"><h2><time datetime="2024-06-20T16:50">16.50</time> – Che cosa prevede</h2>
<p>Il testo impegna le parti a consultarsi entro due giorni in caso di minaccia, secondo il ministero degli Esteri, e
resta in vigore dieci anni.</p></section>
<p><b>Leggi anche:</b> <a href="/x">La risposta dei vicini</a></p>
<p>Il parlamento voterà la ratifica a settembre, ha detto il presidente della commissione Difesa.</p></article>
<section id="comments"><h3>Commenti</h3><p>Bravi, un articolo davvero chiaro e pieno di notizie utili.</p></section>
<footer>© 2024 Il Molo</footer></body></html>"""


def test_a_page() -> None:
    page = page_of(PAGE.format(extra=""), "a.html")
    lines = page.text.split("\n")
    assert lines[0] == page.title == "Firmato il patto"
    assert "16.50 – Che cosa prevede" in lines
    assert "Il testo impegna" in page.text
    assert "Bravi" not in page.text
    assert (page.outlet, page.published) == ("Il Molo", "2024-06-20T08:30:00+02:00")
    assert page.captions == {"I due ministri a Roma durante la cerimonia"}


def test_linked_data_dates_the_article() -> None:
    data = '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-06-19",'
    extra = data + '"publisher":{"name":"Altro"}}]}</script><script type="application/ld+json">{broken</script>'
    page = page_of(PAGE.format(extra=extra), "a.html")
    assert (page.published, page.outlet) == ("2024-06-19", "Il Molo")


def test_no_date_is_made_up() -> None:
    markup = PAGE.format(extra="").replace("article:published_time", "x").replace("datetime=", "data-x=")
    assert page_of(markup, "a.html").published is None


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ("<div>" * 100_000 + "testo" + "</div>" * 100_000, "nested over 200 deep"),
        ("<b><i>" * 50_000, "nested over 200 deep"),
        ("<div></b>" * 100_000, "nested over 200 deep"),
        ("<p>Ciao a tutti<br>" * 100_000, "over 150,000 elements"),
        ("<html><body></body></html>", "a page without an article"),
        ("<" * 100_000, "a page without an article"),
        ('<html><head><meta name="generator" content="foedus 9.9"></head><p>Ciao', "a.html: a dossier made by Foedus"),
    ],
)
def test_a_page_that_cannot_be_read(markup: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        page_of(markup, "a.html")


def test_what_looks_like_a_page() -> None:
    assert looks_like_html("\n<!DOCTYPE html><p>x")
    assert looks_like_html("<div class='a'>x</div>")
    assert not looks_like_html("<< Non ci faremo intimidire >>, ha detto")
