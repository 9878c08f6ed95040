"""What has to do with states, forces, arms, treaties or diplomacy, and what is news of another kind."""

import pytest

from foedus.extract import extract
from foedus.extract.concern import Concern, concerned, score
from foedus.extract.lexicon import load_lexicon
from foedus.extract.sieve import sieve_of
from foedus.model import Span
from foedus.read import article_from_text

FILLER = " ".join(f"Il pane costa {n} euro al chilo." for n in range(2, 9))


@pytest.mark.parametrize(
    ("language", "text", "worth"),
    [
        ("it", "Il trattato resta in vigore.", 1),
        ("it", "Il ministro degli Esteri ha ringraziato i presenti.", 2),
        ("it", "La Norvegia e la Svezia confinano.", 2),
        ("it", "I militari norvegesi sono tornati.", 2),
        ("it", "I militari sono tornati.", 1),
        ("it", "La squadra ha vinto in casa.", 0),
        ("en", "The sanctions stay.", 2),
        ("en", "A Norwegian court fined the company.", 0),
        ("fr", "Le traité norvégien reste en vigueur.", 2),
        ("fr", "Le club norvégien a gagné.", 0),
    ],
)
def test_worth_of_a_sentence(language: str, text: str, worth: int) -> None:
    sieve = sieve_of(load_lexicon(language))
    assert sieve.score(sieve.look(text, Span(0, len(text)))) == worth


@pytest.mark.parametrize(
    ("sure", "likely", "states", "worth"),
    [(True, 0, 0, 2), (False, 1, 0, 1), (False, 2, 0, 2), (False, 1, 1, 2), (True, 1, 2, 6)],
)
def test_score(sure: bool, likely: int, states: int, worth: int) -> None:
    assert score(sure, likely, states) == worth


def test_a_short_text_is_always_read() -> None:
    assert concerned([0, 0, 0], treaty=False) == [Concern.WHOLLY] * 3


def test_sentences_between_concerned_ones_are_concerned() -> None:
    scores = [2, 2, 2, 0, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0]
    own, around, none = [Concern.OWN], [Concern.AROUND], [Concern.NONE]
    assert concerned(scores, treaty=False) == own * 3 + around + own * 3 + none * 7
    assert concerned(scores, treaty=True) == own * 7 + none * 7


def _types(text: str) -> list[str]:
    return [claim.type for claim in extract(article_from_text(text, id="a.txt", language="it")).claims]


def test_what_is_said_in_other_news_is_no_claim() -> None:
    accusing = "Il premier Giorgia Meloni ha accusato l'opposizione."
    assert _types(f"{FILLER} {accusing} {FILLER}") == []
    assert _types(f"{FILLER} Il trattato è del 1960. {accusing} {FILLER}") == []
    treaty = "La Norvegia e la Svezia hanno firmato un trattato. Il trattato vale dieci anni. "
    assert "statement.accuse" in _types(treaty * 3 + accusing)


def test_who_fights_alone_does_so_in_a_figure_of_speech() -> None:
    assert _types("Mario Draghi ha combattuto molte battaglie per l'Italia.") == []
    assert _types("La Svezia ha combattuto contro la Danimarca.") == ["forces.fight"]
