"""What a case says when it is not met."""

from pathlib import Path

import pytest

from foedus.check import Case, Wanted, faults, run_cases
from foedus.model import PackError

TEXT = "La Norvegia ha ratificato il patto con la Svezia."


def test_a_case_that_is_met_has_no_faults() -> None:
    assert faults(Case("a", TEXT, (Wanted("treaty.ratify", actors=("NOR",)),)), "it") == []


def test_a_missing_claim_is_told_beside_what_was_found() -> None:
    missing, found = faults(Case("a", TEXT, (Wanted("treaty.ratify", actors=("SWE",)),)), "it")
    assert missing == "missing   type: treaty.ratify, actors: ('SWE',)"
    assert found.startswith("found     type: treaty.ratify, actors: ['NOR'], targets: ['SWE']")


def test_gaps_are_told_too() -> None:
    told = faults(Case("a", "Il trattato è stato ratificato.", (Wanted("treaty.ratify", actors=("SWE",)),)), "it")
    assert any(line.startswith("gap       no_") for line in told)


def test_a_negative_case_and_an_exact_one_allow_nothing_more() -> None:
    assert faults(Case("a", TEXT, ()), "it")[0] == "1 claims found, 0 wanted"
    two = f"{TEXT} La Svezia ha ratificato il patto con la Norvegia."
    wanted = (Wanted("treaty.ratify"),)
    assert faults(Case("a", two, wanted), "it") == []
    assert faults(Case("a", two, wanted, exact=True), "it")[0] == "2 claims found, 1 wanted"


def test_an_id_is_there_once(tmp_path: Path) -> None:
    case = f"- id: a\n  text: {TEXT}\n  claims: []\n"
    (tmp_path / "a.yaml").write_text(case + case, encoding="utf-8")
    with pytest.raises(PackError, match="two cases are called a"):
        list(run_cases(tmp_path, "it"))
