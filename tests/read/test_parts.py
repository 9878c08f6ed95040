"""Layouts that news comes in, each as the list of its parts."""

from foedus.model import Article
from foedus.read import article_from_text

BODY = "I ministri dei due Paesi hanno siglato lunedì un'intesa che prevede consultazioni in caso di attacco."
MORE = "Il parlamento voterà la ratifica a dicembre, ha detto il presidente della commissione."
LAST = "Pechino ha chiesto chiarimenti all'ambasciatore."


def read(*lines: str, title: str | None = None) -> Article:
    return article_from_text("\n".join(lines), id="a.txt", title=title)


def kinds(*lines: str, title: str | None = None) -> list[str]:
    article = read(*lines, title=title)
    return [part.kind for part in article.parts]


def reasons(*lines: str) -> list[str]:
    return [part.reason for part in read(*lines).parts]


def test_headline_deck_subhead_body() -> None:
    lines = ("Il patto divide la regione", "Domani il voto in parlamento", BODY, "Le reazioni", LAST)
    assert kinds(*lines) == ["headline", "subhead", "body", "subhead", "body"]
    assert read(*lines).title == "Il patto divide la regione"


def test_a_text_may_begin_with_its_body() -> None:
    assert kinds(BODY, MORE) == ["body", "body"]
    assert (
        kinds("“Il trattato resta aperto a tutti”, ha detto il ministro degli Esteri dopo l'incontro.", MORE)
        == ["body"] * 2
    )
    assert kinds("Ratificato il trattato.") == ["body"]


def test_a_short_quotation_between_paragraphs_is_a_subhead() -> None:
    assert kinds(BODY, "“Non ci faremo intimidire”", MORE) == ["body", "subhead", "body"]


def test_menu_category_and_clock_above_the_headline() -> None:
    lines = ("Home | Esteri | Sport", "asia", "Dom. Lug 14th, 2024", "Il patto divide la regione", BODY)
    assert kinds(*lines) == ["furniture"] * 3 + ["headline", "body"]
    assert reasons(*lines)[2] == "page_clock"


def test_a_papers_name_over_the_page() -> None:
    article = read("Corriere del Porto", "Home > Esteri > Asia", "", "Il patto divide la regione", BODY)
    assert [part.reason for part in article.parts] == ["masthead", "menu", "", ""]
    assert (article.title, article.outlet) == ("Il patto divide la regione", "Corriere del Porto")


def test_the_page_title_with_the_sites_name_is_not_the_headline() -> None:
    lines = ("Il patto divide la regione - Esteri - Corriere", "Il patto divide la regione", BODY)
    assert reasons(*lines) == ["page_title", "", ""]


def test_a_teaser_at_the_end_of_a_paragraph() -> None:
    article = read(BODY + " Leggi anche: Chi ha paura del patto?", MORE)
    assert [part.kind for part in article.parts] == ["body", "furniture", "body"]
    assert article.parts[1].span.of(article.text) == "Leggi anche: Chi ha paura del patto?"


def test_the_article_goes_on_after_a_teaser_in_its_line() -> None:
    article = read(BODY + " Leggi anche: Chi ha paura del patto. " + MORE)
    assert [part.kind for part in article.parts] == ["body", "furniture", "body"]
    assert article.parts[2].span.of(article.text) == MORE


def test_a_bare_heading_takes_the_teaser_below_it() -> None:
    assert kinds(BODY, "Leggi anche", "Borsa, giornata nera", MORE) == ["body", "furniture", "furniture", "body"]
    assert kinds(BODY, "Leggi anche", "", LAST, MORE) == ["body", "furniture", "body", "body"]


def test_a_list_of_links_ends_at_the_next_paragraph() -> None:
    long = MORE[:-1] + ", ma alcuni deputati della maggioranza chiedono altro tempo per leggere gli allegati segreti."
    assert kinds(BODY, "I più letti", "1. Il caldo torna", "2. Il derby", long) == ["body", *["furniture"] * 3, "body"]


def test_readers_comments_are_never_body() -> None:
    comment = (
        "Bravi tutti, questa è una notizia molto importante per il nostro futuro e per la pace nel continente intero."
    )
    assert kinds(BODY, MORE, LAST, "2 commenti", "Gianni", comment) == ["body"] * 3 + ["furniture"] * 3


def test_comment_link_above_the_article_closes_nothing() -> None:
    assert kinds("Il patto divide la regione", "0 commenti", BODY, MORE) == ["headline", "furniture", "body", "body"]


def test_caption_and_credit() -> None:
    article = read(BODY, "I due leader si stringono la mano nella capitale. Foto: Ansa.", MORE)
    assert [(p.kind, p.span.of(article.text)) for p in article.parts[1:3]] == [
        ("caption", "I due leader si stringono la mano nella capitale."),
        ("furniture", "Foto: Ansa."),
    ]
    assert kinds(BODY, "Nella foto i due leader durante la cerimonia della firma", MORE) == ["body", "caption", "body"]


def test_an_agencys_mark_at_the_end() -> None:
    assert kinds(BODY, MORE + " (ANSA).") == ["body", "body", "furniture"]
    assert kinds(BODY, MORE, "(Agenzia Nord) Red/Est") == ["body", "body", "furniture"]


def test_datelines() -> None:
    for lead in (
        "ROMA, 12 novembre (ANSA) - ",
        "Roma, 12 nov. (askanews) – ",
        "(Agenzia Nord) – Seul, 20 giu – ",
        "MOSCA – ",
    ):
        article = read("Il patto divide la regione", lead + BODY)
        assert [part.kind for part in article.parts] == ["headline", "dateline", "body"], lead
        assert article.parts[2].span.of(article.text) == BODY
    assert kinds("Il 28 giugno, Ansar – il gruppo che controlla il nord – ha respinto la proposta del governo.") == [
        "body"
    ]
    assert kinds("Iran-Russia, in vigore il trattato", BODY) == ["headline", "body"]


def test_entries_of_a_live_blog() -> None:
    lines = ("Ucraina, la diretta", "18.40 – " + BODY, "Ore 14:32 –", MORE, "**9:15** – " + LAST, "14h32 : " + MORE)
    wanted = ["headline", *["dateline", "body"] * 4]
    assert kinds(*lines) == wanted


def test_lists_in_the_body_stay() -> None:
    assert kinds(BODY, "I punti:", "- consultazioni entro due giorni", "- esercitazioni comuni", MORE) == ["body"] * 5


def test_three_short_lines_in_a_row_are_links() -> None:
    assert kinds(BODY, "Borsa in calo", "Il derby", "Torna il caldo", MORE) == ["body", *["furniture"] * 3, "body"]


def test_below_the_last_sentence() -> None:
    assert kinds(BODY, MORE, "germania", "Corriere del Porto") == ["body", "body", "furniture", "furniture"]
    assert kinds(BODY, "Lo riferisce la Tass.") == ["body", "body"]


def test_a_last_paragraph_cut_short_stays() -> None:
    cut = "Secondo il portavoce del governo, che ha parlato ai giornalisti a margine del vertice di ieri, le parti"
    assert kinds(BODY, MORE, cut) == ["body"] * 3
    assert kinds(BODY, MORE + " (Qui il testo integrale)") == ["body"] * 2


def test_a_signed_picture_above_the_text() -> None:
    lines = ("Il patto divide la regione", "Una portaerei entra nel porto. (Reuters)", BODY, MORE + " (Reuters)", LAST)
    assert kinds(*lines) == ["headline", "caption", "furniture", "body", "body", "furniture", "body"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Il Senato del Paese ha approvato mercoledì la legge di ratifica del trattato di\n"
        "amicizia e cooperazione firmato a marzo con il vicino meridionale. Il voto è\n"
        "stato di 54 a 12, ha riferito l'agenzia di stampa statale del Paese, che cita\n"
        "il presidente.\n\nLe prossime tappe\n\nIl capo dello Stato dovrà ora promulgare la legge."
    )
    article = article_from_text(text, id="a")
    assert [part.kind for part in article.parts] == ["body", "subhead", "body"]


def test_markdown_headings_and_front_matter() -> None:
    article = read("---", "outlet: Il Molo Vecchio", "date: 2024-06-20", "---", "# Il patto", BODY, "## Voci", LAST)
    assert [part.kind for part in article.parts] == ["furniture"] * 4 + ["headline", "body", "subhead", "body"]
    assert (article.title, article.outlet) == ("Il patto", "Il Molo Vecchio")
    assert article.published is not None
    assert article.published.interval == "2024-06-20"


def test_a_title_from_outside_names_the_headline() -> None:
    assert kinds("Esteri e difesa oggi", "Il patto divide la regione", BODY, title="Il patto divide la regione") == [
        "furniture",
        "headline",
        "body",
    ]


def test_parts_are_ordered_and_leave_only_white_space() -> None:
    article = read(
        "  Il patto divide la regione ", "", BODY + " Leggi anche: Altro", "\t" + MORE + " (ANSA)", "Foto: AFP", ""
    )
    at = 0
    for part in article.parts:
        assert not article.text[at : part.span.start].strip()
        assert part.span.start < part.span.end
        at = part.span.end
    assert not article.text[at:].strip()
