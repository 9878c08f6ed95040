"""The words of the scale of credibility."""

from foedus.packs.credibility import load_credibility
from foedus.reconcile.corroboration import RULES


def test_the_grades_have_their_names() -> None:
    grades = load_credibility().grades
    assert [grades[n] for n in range(1, 7)] == [
        "confirmed by other sources",
        "probably true",
        "possibly true",
        "doubtful",
        "improbable",
        "cannot be judged",
    ]


def test_the_file_has_the_words_of_every_rule_in_their_order() -> None:
    assert list(load_credibility().rules) == [name for name, _ in RULES]


def test_every_grade_is_given_by_a_rule() -> None:
    words = load_credibility()
    assert {rule.grade for rule in words.rules.values()} == set(words.grades)
