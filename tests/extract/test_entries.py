"""Live blogs: a line with a day dates the entries below it. The dates of the ratifications are publicly known."""

from foedus.extract import extract
from foedus.read import article_from_text

TEXT = """Diretta: i protocolli di adesione alla Nato

Mercoledì 6 luglio

14:32 – L'Estonia ha ratificato oggi i protocolli di adesione della Finlandia e della Svezia alla Nato.

11:05 – La Danimarca ha ratificato ieri i protocolli di adesione.

Martedì 5 luglio

22:10 – La Norvegia ha ratificato oggi i protocolli di adesione della Finlandia e della Svezia.
"""


def days(text: str, published: str | None) -> dict[str, str | None]:
    reading = extract(article_from_text(text, id="a.txt", language="it", published=published))
    return {c.actors[0]: c.when.interval if c.when else None for c in reading.claims if c.type == "treaty.ratify"}


def test_a_day_between_entries_dates_what_follows() -> None:
    assert days(TEXT, "2022-07-06") == {"EST": "2022-07-06", "DNK": "2022-07-05", "NOR": "2022-07-05"}


def test_without_the_year_today_stays_open() -> None:
    assert days(TEXT, None) == {"EST": None, "DNK": None, "NOR": None}


def test_a_full_date_needs_no_date_of_the_article() -> None:
    text = TEXT.replace("5 luglio", "5 luglio 2022").replace("6 luglio", "6 luglio 2022")
    assert days(text, None) == {"EST": "2022-07-06", "DNK": "2022-07-05", "NOR": "2022-07-05"}


def test_a_heading_with_a_day_dates_nothing_elsewhere() -> None:
    text = TEXT.replace("14:32 – ", "").replace("11:05 – ", "").replace("22:10 – ", "")
    assert days(text, "2022-07-07")["NOR"] == "2022-07-07"
