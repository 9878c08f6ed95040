"""Language packs load and keep to the words of the contract and of the frame table."""

import pytest

from foedus.model import CLAIM_TYPES, PackError
from foedus.packs.frames import load_frames
from foedus.packs.language import languages, load_language
from foedus.packs.words import tokenize, words_of

MODALITIES = {"asserted", "possible", "alleged", "planned", "conditional", "denied"}


def test_italian_is_there() -> None:
    assert "it" in languages()


def test_an_absent_language_is_refused() -> None:
    with pytest.raises(PackError, match=r"no language pack for 'xx'.*use one of"):
        load_language("xx")


@pytest.mark.parametrize("code", languages())
def test_pack_keeps_to_the_contract(code: str) -> None:
    pack = load_language(code)
    types = {name for t in pack.triggers.triggers for name in t.types()}
    assert types <= set(CLAIM_TYPES)
    assert types <= set(load_frames())
    assert set(pack.modality.modals.values()) <= MODALITIES
    assert set(pack.modality.governing) | set(pack.modality.cues) <= {*MODALITIES, "negative"}
    assert set(pack.triggers.carriers.values()) <= MODALITIES
    assert pack.speech.alleging <= set(pack.speech.verbs)


@pytest.mark.parametrize("code", languages())
def test_every_fact_and_speech_act_has_a_trigger(code: str) -> None:
    types = {name for t in load_language(code).triggers.triggers for name in t.types()}
    assert set(CLAIM_TYPES) - types <= {"treaty.provision", "statement.assess"}


@pytest.mark.parametrize("code", languages())
def test_every_trigger_opens_something(code: str) -> None:
    for trigger in load_language(code).triggers.triggers:
        assert bool(trigger.type) != bool(trigger.by_theme), trigger
        assert trigger.verbs or trigger.nouns or trigger.phrases, trigger


@pytest.mark.parametrize("code", languages())
def test_sorts_of_triggers_are_sorts_of_nouns(code: str) -> None:
    pack = load_language(code)
    sorts = {*pack.nouns.nouns, "actor", "person", "state", "place", "document", "head", "speech"}
    sorts |= {i for ids in pack.nouns.nouns.values() for i in ids} | {
        t for o in pack.triggers.triggers for t in o.types()
    }
    used = {s for t in pack.triggers.triggers for s in (*t.theme, *t.of, *t.to, *t.agents, *t.by_theme)}
    assert used - sorts == set()


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("trattati", "trattato"), ("truppe", "truppa"), ("dell'", "di"), ("alla", "a"), ("nordcoreani", "nordcoreano")],
)
def test_lemma(word: str, lemma: str) -> None:
    assert load_language("it").lemma(word) == lemma


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("tra l'altro", ("tra", "l'", "altro")),
        ("d' abord", ("d'", "abord")),
        ("vis-à-vis de", ("vis", "-", "à", "-", "vis", "de")),
        ("lorsqu'", ("lorsqu'",)),
    ],
)
def test_phrases_are_cut_as_texts_are(phrase: str, words: tuple[str, ...]) -> None:
    assert words_of(phrase) == words


def test_normal_form_of_a_phrase_is_without_articles() -> None:
    it = load_language("it")
    assert it.normal("la sospensione dei trattati") == it.normal("sospensione di trattato")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l'accordo", ["l'", "accordo"]),
        ("l’accordo", ["l'", "accordo"]),
        ("12.500 uomini", ["12.500", "uomini"]),
        ("russo-nordcoreano", ["russo", "-", "nordcoreano"]),
        ("«Sì».", ["«", "sì", "»", "."]),
        ("12mila", ["12", "mila"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    tokens = list(tokenize(text))
    assert [t.low for t in tokens] == words
    assert all(text[t.start : t.end] == t.text for t in tokens)
