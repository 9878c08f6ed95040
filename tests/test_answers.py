import pytest

from foedus import answers
from foedus.model import UsageError
from verify.world import index

REPORT = ("2025-03-08", "Japan and the Philippines signed a defence treaty in Manila on 7 March 2025.")


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Sweden joined NATO on 7 March 2024.", "en"),
        ("La Suède a rejoint l'Otan le 7 mars 2024.", "fr"),
        ("Truppe nordcoreane combattono nel Kursk.", "it"),
        ("Der Vertrag wurde am 19. Juni 2024 in Pjöngjang unterzeichnet.", "de"),
    ],
)
def test_the_language_of_a_sentence_is_told(sentence: str, language: str) -> None:
    assert answers.spoken_in(sentence) == language


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (" ", "an empty sentence"),
        ("Der Vertrag wurde am 19. Juni 2024 in Pjöngjang unterzeichnet.", "no language pack for 'de'"),
        ("xyzzy", "the language cannot be told"),
    ],
)
def test_what_is_no_sentence_is_one_line(sentence: str, line: str) -> None:
    with pytest.raises(UsageError, match=line):
        answers.answer(sentence, index(REPORT))


def test_a_sentence_without_a_treaty_is_taken_of_the_only_one() -> None:
    found = answers.answer("The treaty was signed on 7 March 2025.", index(REPORT))
    assert (found.verdict, found.assumed) == ("borne_out", "treaty:JPN-PHL-2025")


def test_yesterday_needs_a_day() -> None:
    sentence = "Japan and the Philippines signed a defence treaty yesterday."
    assert answers.answer(sentence, index(REPORT)).verdict == "not_covered"
    assert answers.answer(sentence, index(REPORT), on=answers.day("2025-03-08")).verdict == "borne_out"


def test_a_day_that_is_none() -> None:
    with pytest.raises(UsageError, match="no single day"):
        answers.day("2025-03")


def test_the_file_is_told_apart() -> None:
    found = answers.answer("Russia and North Korea signed a treaty on 19 June 2024.", index(REPORT))
    assert found.verdict == "not_covered"
    assert found.filed
