"""Floors on cases that others wrote (shared/data, not in the repository), measured by bench/outside.py.

Each floor is just under what is reached, and may only be lowered on purpose. What counts as right is told in the
modules of bench/suites; ``python bench/outside.py --failing SUITE LANGUAGE`` lists what is wrong.
"""

import pytest

from outside import tallies
from suites.tally import DATA

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"the outside cases are not at {DATA}")

# Microsoft's own code has 105 of 123 (DateTimeModel), 142 of 152 (NumberModel), 100 of 106 (CurrencyModel) in Italian.
ITALIAN = {
    "DateTime/DateTimeModel, clock": 115,
    "Number/NumberModel": 149,
    "Number/PercentModel": 11,
    "NumberWithUnit/CurrencyModel": 104,
}
SHARES = {
    ("DateTime/DateParser", "it"): 0.86,
    ("DateTime/DateParser", "en"): 0.84,
    ("DateTime/DateParser", "fr"): 0.82,
    ("Number/NumberModel", "en"): 0.91,
    ("Number/NumberModel", "fr"): 0.95,
    ("Number/PercentModel", "en"): 0.95,
    ("Number/PercentModel", "fr"): 0.95,
    ("duckling-time", "it"): 0.92,
    ("duckling-time", "en"): 0.84,
    ("duckling-time", "fr"): 0.87,
    ("pud numbers agree", "it"): 0.97,
}


@pytest.mark.parametrize("suite", ITALIAN)
def test_italian(suite: str) -> None:
    (found,) = tallies(suite, "it")
    assert found.right() >= ITALIAN[suite], [case.text for case in found.failing()]


@pytest.mark.parametrize(("suite", "language"), SHARES)
def test_shares(suite: str, language: str) -> None:
    found = next(t for t in tallies(suite, language) if t.suite == suite)
    assert found.share() >= SHARES[suite, language], [case.text for case in found.failing()]


def test_no_italian_case_of_the_models_is_left_out() -> None:
    for suite in ITALIAN:
        (found,) = tallies(suite, "it")
        assert found.left_out() == {}
