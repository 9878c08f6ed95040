"""Acts told again by a pronoun with its owner."""

from extract.reading import read

ARTICLE = "Il patto tra Russia e Corea del Nord è stato firmato nel giugno 2024. "
VOTE = ARTICLE + "Il voto del Consiglio della Federazione è arrivato il 6 novembre, "


def test_each_chamber_has_its_day() -> None:
    text = VOTE + "quello della Duma il 24 ottobre."
    votes = [c for c in read(text, published="2024-11-07").claims if c.type == "treaty.ratify"]
    told = {c.actors: c.when.interval for c in votes if c.when is not None}
    assert told == {("gov:RUS_Federation_Council",): "2024-11-06", ("gov:RUS_State_Duma",): "2024-10-24"}


def test_a_day_after_that_of_another_is_the_first_one() -> None:
    text = VOTE + "un giorno dopo quello della Duma."
    votes = [c for c in read(text, published="2024-11-07").claims if c.actors == ("gov:RUS_State_Duma",)]
    assert all(c.when is None or c.when.interval != "2024-11-07" for c in votes)
