"""Verb groups: voice, mood, tense, modal, negation, reflexive, phrasal."""

import pytest

from extract.reading import chunks
from foedus.extract.verbgroups import VerbGroup


def verb(text: str) -> VerbGroup:
    """The first verb group of a sentence."""
    return next(c.verb for c in chunks(text) if c.verb)


@pytest.mark.parametrize(
    ("text", "lemma", "mood", "tense"),
    [
        ("La Duma ratifica il trattato.", "ratificare", "ind", "pres"),
        ("La Duma ratificava il trattato.", "ratificare", "ind", "impf"),
        ("La Duma ratificò il trattato.", "ratificare", "ind", "past"),
        ("La Duma ratificherà il trattato.", "ratificare", "ind", "fut"),
        ("La Duma ratificherebbe il trattato.", "ratificare", "cond", "pres"),
        ("La Duma ha ratificato il trattato.", "ratificare", "ind", "pres"),
        ("La Duma avrebbe ratificato il trattato.", "ratificare", "cond", "pres"),
        ("La Duma sta ratificando il trattato.", "ratificare", "ind", "pres"),
        ("Ratificando il trattato la Duma tace.", "ratificare", "ger", "pres"),
    ],
)
def test_mood_and_tense(text: str, lemma: str, mood: str, tense: str) -> None:
    found = verb(text)
    assert (found.lemma, found.mood, found.tense) == (lemma, mood, tense)


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Il trattato è stato firmato.", True),
        ("Il trattato venne firmato.", True),
        ("Il trattato sarà firmato.", True),
        ("Il trattato è entrato in vigore.", False),
        ("I due si sono incontrati.", False),
        ("La Russia ha firmato il trattato.", False),
    ],
)
def test_voice(text: str, passive: bool) -> None:
    assert verb(text).passive is passive


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("La Cina non ha inviato truppe.", True),
        ("La Cina non ha mai inviato truppe.", True),
        ("La Cina non lo ha ratificato.", True),
        ("La Cina ha inviato truppe.", False),
    ],
)
def test_negation(text: str, negated: bool) -> None:
    assert verb(text).negated is negated


@pytest.mark.parametrize(("text", "modal"), [("Seul potrebbe inviare armi.", "potere"), ("Seul invia armi.", "")])
def test_modal(text: str, modal: str) -> None:
    found = verb(text)
    assert (found.lemma, found.modal) == ("inviare", modal)


def test_reflexive_verb() -> None:
    found = verb("La Polonia si è ritirata.")
    assert (found.lemma, found.reflexive) == ("ritirare", True)
    assert not verb("La Polonia ritirerà i soldati.").reflexive


def test_enclitic_pronoun() -> None:
    found = verb("Ritirandosi dal trattato, Mosca tace.")
    assert (found.lemma, found.form, found.reflexive) == ("ritirare", "ger", True)


def test_perfect_with_adverb_between() -> None:
    found = verb("La Turchia ha già formalmente ratificato il protocollo.")
    assert (found.lemma, found.perfect) == ("ratificare", True)


@pytest.mark.parametrize("text", ["La firma del trattato.", "Il lancio del missile.", "La visita a Mosca."])
def test_nouns_are_no_verbs(text: str) -> None:
    assert [c.verb for c in chunks(text) if c.verb] == []
