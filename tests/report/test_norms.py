"""What the norms say, as the dossier shows it."""

import datetime as dt
from pathlib import Path

import pytest

import foedus
from foedus import casus, pipeline
from foedus.model import Cascade
from foedus.report import Dossier
from foedus.report.cases import cases_of
from foedus.report.conduct import conduct_of
from foedus.report.index import Index
from foedus.report.tree import WIDTH, trees_of
from foedus.report.wording import wording

DEMO = Path(__file__).parents[2] / "demo" / "articles"


@pytest.fixture(scope="module")
def page() -> str:
    return pipeline.dossier(foedus.picture([DEMO / "2025-05-02-quaderno-analisi.md"]))


def index_of(found: Cascade) -> Index:
    names = {s: s.title() for s in (*(j.state for j in found.joinings), *found.attack.attackers, *found.attack.targets)}
    shown = Dossier((), (), (), (), foedus.treaties(), names, (), "")
    return Index(shown, wording("en"))


def test_a_reported_attack_is_put_as_a_question_with_its_ground(page: str) -> None:
    assert "If Ukraine attacked Russia, as is reported for August 2024" in page
    assert "Collective Security Treaty, Art. 4" in page
    assert 'class="tree"' in page
    assert "Nothing here says that they were" in page


def test_conduct_stands_with_who_reports_it_and_a_link_to_its_evidence(page: str) -> None:
    section = page.partition('<section id="norms"')[2].partition("</section>")[0]
    assert "before it was in force (else it is set off by such conduct)" in section
    assert 'href="#e-' in section
    assert "Source: text printed by KCNA" in section or "text printed by KCNA" in section


def test_a_duty_says_towards_whom_it_is_and_whether_it_binds_in_law(page: str) -> None:
    section = page.partition('<section id="norms"')[2].partition("</section>")[0]
    assert "Non-aggression · towards Russia<" in section
    assert "Defence · for Russia against Ukraine<" in section
    assert "Helsinki Final Act, Art. II, a political commitment<" in section
    # Of 191 members that might owe it, the one to whom it is owed stands for the bond.
    assert "Afghanistan: bound since" not in section


def test_an_empty_dossier_says_that_no_norm_speaks() -> None:
    index = Index(Dossier((), (), (), (), {}, {}, (), ""), wording("en"))
    assert (cases_of(index), conduct_of(index)) == ((), ())


def test_thirty_states_with_one_ground_stand_in_one_box() -> None:
    found = casus.cascade(casus.attack_of("RUS:POL", dt.date(2025, 1, 10)))
    assert len(found.joinings) >= 30
    trees = trees_of(found, index_of(found))
    boxes = [box for tree in trees for box in tree.boxes]
    assert len(boxes) < len(found.joinings)
    for tree in trees:
        assert all(box.x >= 0 and box.x + box.width <= WIDTH for box in tree.boxes)
        assert all(a.y + a.height < b.y for a, b in zip(tree.boxes, tree.boxes[1:], strict=False))
        assert tree.boxes[-1].y + tree.boxes[-1].height == tree.height
        assert not tree.boxes[0].path
        assert all(box.path for box in tree.boxes[1:])
    drawn = " ".join(label.text for box in boxes for label in box.labels if label.strong).replace(",", " ").split()
    assert {j.state.title() for j in found.joinings} <= set(drawn)
