"""Every case passes, and every wanted one still fails: once it passes it belongs among the cases."""

from collections import Counter

import pytest

from cases.case import HERE, files
from foedus.check import Case, faults, load_cases

LANGUAGES = sorted(p.name for p in HERE.iterdir() if p.is_dir() and files(p.name))
CASES = [
    pytest.param(code, case, id=f"{code}:{path.stem}.{case.id}")
    for code in LANGUAGES
    for path in files(code)
    for case in load_cases(path)
]
WANTED = [
    pytest.param(code, case, id=f"{code}:{path.stem}.{case.id}")
    for code in LANGUAGES
    for path in files(code, "wanted")
    for case in load_cases(path)
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_case(language: str, case: Case) -> None:
    wrong = faults(case, language)
    assert not wrong, "\n".join(["", case.text, *wrong])


@pytest.mark.parametrize(("language", "case"), WANTED)
def test_wanted(language: str, case: Case) -> None:
    wrong = faults(case, language)
    assert wrong, "it passes: move it up (python -m cases.sort does it)"
    pytest.xfail("; ".join(wrong))


@pytest.mark.parametrize(("language", "least", "negative"), [("it", 150, 40), ("fr", 350, 80), ("en", 550, 110)])
def test_a_language_is_specified(language: str, least: int, negative: int) -> None:
    both = [case for path in files(language) for case in load_cases(path)]
    assert len(both) >= least
    assert sum(not case.claims for case in both) >= negative


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_and_texts_are_unique(language: str) -> None:
    both = [(p.stem, c) for folder in ("", "wanted") for p in files(language, folder) for c in load_cases(p)]
    assert [i for i, n in Counter(f"{stem}.{c.id}" for stem, c in both).items() if n > 1] == []
    assert [i for i, n in Counter((c.text, c.published) for _, c in both).items() if n > 1] == []
