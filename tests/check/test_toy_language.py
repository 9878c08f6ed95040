"""A fourth language needs data and cases only: a small pack of Interlingua outside the package is read."""

from pathlib import Path

import pytest

from foedus.check import Outcome, run_cases
from foedus.extract import extract
from foedus.packs.folders import added
from foedus.packs.language import languages
from foedus.read import article_from_text

TOY = Path(__file__).parents[1] / "data" / "packs_ia"


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    with added([TOY]):
        return list(run_cases(TOY / "cases", "ia"))


def test_its_cases_pass(outcomes: list[Outcome]) -> None:
    assert len(outcomes) >= 12
    failed = [f"{o.case.id}: {fault}" for o in outcomes for fault in o.faults]
    assert not failed, "\n".join(failed)


def test_it_is_known_only_where_its_folder_is_given() -> None:
    text = "Norvegia ha ratificate le pacto con Finlandia."
    article = article_from_text(text, id="a.txt", language="ia")
    with added([TOY]):
        assert "ia" in languages()
        assert [c.type for c in extract(article).claims] == ["treaty.ratify"]
    assert "ia" not in languages()
    assert [g.reason for g in extract(article).gaps] == ["no_pack"]
