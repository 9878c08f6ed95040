"""Times counted from another event that the article dates; publicly known dates of the accession protocols of 2022."""

import pytest

from foedus.extract import extract
from foedus.read import article_from_text

IT = "Il 5 luglio 2022 gli alleati hanno firmato a Bruxelles i protocolli di adesione della Finlandia alla Nato. "
FR = (
    "Les protocoles d'adhésion à l'Otan\n\nLe 5 juillet 2022 les alliés ont signé à Bruxelles "
    "les protocoles d'adhésion de la Finlande. "
)


def when(text: str, actor: str, language: str = "it", published: str | None = "2022-09-01") -> tuple[str | None, str]:
    """When an actor ratified, with the words that tell it."""
    reading = extract(article_from_text(text, id="a.txt", language=language, published=published))
    (claim,) = [c for c in reading.claims if c.type == "treaty.ratify" and c.actors == (actor,)]
    assert claim.when is not None
    gaps = [g.evidence.text for g in reading.gaps if g.reason == "unresolved_time"]
    assert (claim.when.interval is None) == bool(gaps)
    return claim.when.interval, claim.when.text


@pytest.mark.parametrize(
    ("text", "actor", "language", "interval", "words"),
    [
        (
            IT + "Tre giorni più tardi la Germania ha ratificato i protocolli.",
            "DEU",
            "it",
            "2022-07-08",
            "Tre giorni più tardi",
        ),
        (
            IT + "L'Estonia ha ratificato i protocolli all'indomani della firma.",
            "EST",
            "it",
            "2022-07-06",
            "all'indomani",
        ),
        (
            IT + "La Germania ha ratificato i protocolli tre giorni dopo la firma.",
            "DEU",
            "it",
            "2022-07-08",
            "tre giorni dopo",
        ),
        (IT + "Tre giorni dopo la Germania ha ratificato i protocolli.", "DEU", "it", "2022-07-08", "Tre giorni dopo"),
        (IT + "Il giorno dopo, l'Estonia ha ratificato i protocolli.", "EST", "it", "2022-07-06", "Il giorno dopo"),
        (
            FR + "Trois jours plus tard, l'Allemagne a ratifié les protocoles.",
            "DEU",
            "fr",
            "2022-07-08",
            "Trois jours plus tard",
        ),
        (
            FR + "L'Estonie a ratifié les protocoles le lendemain de la signature.",
            "EST",
            "fr",
            "2022-07-06",
            "le lendemain",
        ),
    ],
)
def test_counted_from_the_event_before(text: str, actor: str, language: str, interval: str, words: str) -> None:
    assert when(text, actor, language) == (interval, words)


def test_each_counts_from_the_one_before_it() -> None:
    text = (
        IT
        + "Il giorno seguente l'Estonia ha ratificato i protocolli. Due giorni più tardi la Germania li ha ratificati."
    )
    assert when(text, "EST")[0] == "2022-07-06"
    assert when(text, "DEU")[0] == "2022-07-08"


@pytest.mark.parametrize(
    "text",
    [
        "Tre giorni più tardi la Germania ha ratificato i protocolli di adesione alla Nato.",
        "A luglio gli alleati hanno firmato i protocolli. "
        "Tre giorni più tardi la Germania ha ratificato i protocolli di adesione alla Nato.",
        IT + "La Germania ha ratificato i protocolli tre giorni dopo il vertice.",
        "Il 29 giugno 2022 si è riunito il vertice e il 5 luglio 2022 gli alleati hanno firmato i protocolli. "
        "Tre giorni più tardi la Germania ha ratificato i protocolli di adesione alla Nato.",
        IT + "Pochi giorni più tardi la Germania ha ratificato i protocolli.",
    ],
    ids=["nothing before", "only a month", "an event without a date", "two days before", "a few"],
)
def test_what_nothing_dates_stays_open_with_its_words(text: str) -> None:
    interval, words = when(text, "DEU")
    assert interval is None
    assert "giorni" in words
