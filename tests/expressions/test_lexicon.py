import pytest

from foedus.expressions.lexicon import add_up, lexicon, room

WORDS = {
    "it": {
        "ventuno": 21,
        "trentotto": 38,
        "tremiladuecentoquarantatre": 3243,
        "duecentoduemila": 202000,
        "centotré": 103,
    },
    "en": {"twenty-one": 21, "ninety-nine": 99},
    "fr": {"soixante-dix-sept": 77, "quatre-vingts": 80, "vingt-et-un": 21},
}


@pytest.mark.parametrize(("language", "word", "value"), [(k, w, v) for k, d in WORDS.items() for w, v in d.items()])
def test_words(language: str, word: str, value: int) -> None:
    assert add_up(lexicon(language).atoms(word), glued=True) == value


@pytest.mark.parametrize("word", ["duetre", "ventitrenta", "anno", "treno", "centro", "seta"])
def test_no_numeral(word: str) -> None:
    assert lexicon("it").atoms(word) == ()


@pytest.mark.parametrize(
    ("language", "word", "rank"),
    [
        ("it", "ventitreesimo", 23),
        ("it", "centesima", 100),
        ("en", "twenty-first", 21),
        ("fr", "troisième", 3),
        ("fr", "onzième", 11),
    ],
)
def test_ordinals(language: str, word: str, rank: int) -> None:
    assert lexicon(language).ordinal(word) == rank


def test_room() -> None:
    assert [room(v) for v in (200, 30, 12, 10, 3000, 110)] == [100, 10, 1, 1, 1000, 1]
