"""Names and nouns in one pass: whole words, longest first, capitals where they matter."""

import pytest

from extract.reading import italian, marked
from foedus.extract.lexicon import Hit, Matcher, longest


def test_matcher_finds_whole_words() -> None:
    matcher = Matcher([("corea del nord", 1), ("nord", 2), ("corea", 3)])
    hits = matcher.find(["la", "corea", "del", "nord", "e", "il", "nordest"])
    assert {(h.first, h.last, h.payload) for h in hits} == {(1, 4, (1,)), (1, 2, (3,)), (3, 4, (2,))}


def test_a_key_keeps_all_its_meanings() -> None:
    assert Matcher([("rio", 1), ("rio", 2), ("rio", 1)]).find(["rio"])[0].payload == (1, 2)


def test_an_empty_matcher_finds_nothing() -> None:
    assert Matcher([("", 1)]).find(["a"]) == []
    assert Matcher([("a", 1)]).find([]) == []


def test_longest_wins_then_the_earlier() -> None:
    hits = [Hit(0, 1, (1,), "a"), Hit(0, 3, (2,), "a b c"), Hit(2, 4, (3,), "c d")]
    assert [h.payload for h in longest(hits)] == [(2,)]


@pytest.mark.parametrize(
    ("text", "kind", "id_"),
    [
        ("la Corea del Nord", "state", "PRK"),
        ("i soldati nordcoreani", "adjective", "PRK"),
        ("a Mosca", "metonym", "RUS"),
        ("le truppe", "forces", "troops"),
        ("proiettili di artiglieria", "arms", "artillery_shells"),
        ("dei trattati", "treaty", "treaty"),
        ("i ministri degli Esteri", "office", "foreign_minister"),
    ],
)
def test_marks(text: str, kind: str, id_: str) -> None:
    assert id_ in [i for m in marked(text).marks.values() for i in m.ids(kind)]


@pytest.mark.parametrize("text", ["una mosca vola", "il nord", "la casa bianca"])
def test_names_need_a_capital(text: str) -> None:
    assert [m for m in marked(text).marks.values() if m.has("state", "metonym")] == []


def test_numbers_and_times_are_marked_by_word() -> None:
    found = marked("Il 19 giugno 2024 sono partiti 12mila soldati")
    assert [m.when.interval for _, m in found.times.values()] == ["2024-06-19"]
    assert [m.low for _, m in found.numbers.values()] == [12000]


def test_every_trigger_can_be_found_by_its_words() -> None:
    lexicon = italian()
    for trigger in lexicon.language.triggers.triggers:
        assert all(trigger in lexicon.verb_triggers[v] for v in trigger.verbs)
        assert all(trigger in lexicon.phrase_triggers[p] for p in trigger.phrases)


def test_a_name_that_loses_a_word_of_its_own_is_no_name() -> None:
    """«UN Charter» in French, "Minsk I" in Italian: their "un" and "i" are articles."""
    assert not any(
        "treaty" in n.sort and n.id.startswith("treaty:") for h in italian().nouns.find(["charter"]) for n in h.payload
    )
    assert not [h for h in italian().nouns.find(["minsk"]) if any(n.sort == "treaty" for n in h.payload)]


def test_no_name_of_a_treaty_is_a_plain_verb_and_a_number() -> None:
    assert not [h for h in italian().nouns.find(["start", "1"]) if any(n.sort == "treaty" for n in h.payload)]
