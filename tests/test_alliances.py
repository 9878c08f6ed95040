"""Floors on outside data on alliances (shared/data, not in the repository), measured by the modules of bench."""

from pathlib import Path

import pytest

import cascade
import casus
import dyads
from alliances import ABSENT, ALLIANCES

pytestmark = pytest.mark.skipif(not ALLIANCES.is_dir(), reason=ABSENT)
DOC = Path(__file__).parents[1] / "docs" / "datasets.md"


def test_dyad_years_are_the_published_ones_but_for_what_the_table_tells() -> None:
    found = dyads.compare()
    assert (found.shared, found.ours, found.theirs) == (254754, 28, 1634)
    assert found.share >= 0.9991
    text = DOC.read_text(encoding="utf-8")
    for name, words in dyads.CLASSES.items():
        assert f"| {found.classes.get(name, 0)} | {words} |" in text


def test_the_cases_that_people_found_are_found() -> None:
    rows = casus.coded()
    assert (len(rows), sum(row.applied for row in rows)) == (537, 141)
    found = casus.score(casus.met, rows)
    assert found.precision >= 0.85, found
    assert found.recall >= 0.90, found
    text = DOC.read_text(encoding="utf-8")
    assert f"| 537 | {100 * found.precision:.1f} % | {100 * found.recall:.1f} % |" in text


def test_the_cascade_of_a_year_is_what_an_independent_solver_derives() -> None:
    made = list(cascade.runs(every=20, last=1960))
    assert len(made) > 5
    assert [run.attack.on.year for run in made if not run.same] == []
