"""Dates set off in the lines around an article; the events are publicly known, or are none."""

import pytest

from foedus.read import article_from_text

HEAD = "Il patto divide la regione"
BODY = "I ministri dei due Paesi hanno siglato lunedì un'intesa che prevede consultazioni in caso di attacco."
MORE = "Il parlamento voterà la ratifica a dicembre, ha detto il presidente della commissione."


def day(*lines: str) -> str | None:
    article = article_from_text("\n".join(lines), id="a.txt", language="it")
    return article.published.interval if article.published else None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Nota per la stampa - 20 giugno 2024", "2024-06-20"),
        ("ROMA, 20 giugno 2024 - dal nostro inviato", "2024-06-20"),
        ("Roma, giovedì 20 giugno 2024. Dal nostro servizio estero", "2024-06-20"),
        ("Giovedì, 20 giugno 2024 09:12 di Mario Rossi", "2024-06-20"),
        ("Mappe e confini, il blog — 20 giugno 2024", "2024-06-20"),
        ("Inserito 2024.06.20 17:05 | Modificato 2024.06.21 18:12", "2024-06-20"),
        ("COMMENTO. Di un ex negoziatore. Pubblicato il 20 giugno 2024.", "2024-06-20"),
        ("Rapporto | giugno 2024", "2024-06"),
        ("La cerimonia si terrà il 20 giugno 2024 a Roma", None),
    ],
)
def test_a_line_below_the_headline(line: str, found: str | None) -> None:
    assert day(HEAD, line, BODY, MORE) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Il mondo in breve – giovedì 20 giugno 2024", "2024-06-20"),
        ("Il ritorno delle sanzioni (20 giugno 2024)", "2024-06-20"),
        ("La pace di Versailles, 28 giugno 1919", None),
    ],
)
def test_the_end_of_a_headline(line: str, found: str | None) -> None:
    assert day(line, BODY, MORE) == found


def test_today_with_its_date() -> None:
    assert (
        day(HEAD, "È entrato in vigore oggi, giovedì 20 giugno 2024, il trattato tra i due Paesi.", MORE)
        == "2024-06-20"
    )


def test_a_scene_of_long_ago_is_no_date() -> None:
    scene = "Parigi, 28 agosto 1928. Quindici Stati firmano il patto che bandisce la guerra nelle relazioni fra loro."
    assert day(HEAD, scene, "Oggi, nel 2024, il patto è ancora in vigore tra gli Stati che vi aderirono.") is None


def test_a_live_page_is_of_its_latest_entry() -> None:
    lines = ["giovedì 20 giugno 2024, 07.10", BODY, "mercoledì 19 giugno 2024, 18.45", MORE]
    assert day(HEAD, *lines) == "2024-06-20"
