"""``foedus conduct`` as people and programs see it."""

import csv
import io
import json
from pathlib import Path

import pytest

import foedus
from foedus.cli.main import run

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def test_conduct_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["conduct", "demo/articles", "--treaty", "RUS-PRK-2024"]) == 0
    told = capsys.readouterr()
    assert "11–20 October 2024 · North Korea deploys forces in Russia" in told.out
    assert "does not reach it: before it was in force" in " ".join(told.out.split())
    assert "guilt" not in told.out
    assert max(map(len, told.out.splitlines())) <= 100
    assert "a norm on file speaks on" in told.err


def test_conduct_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["conduct", "demo/articles", "--format", "json", "--quiet"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {b["relation"] for b in found} <= {"fulfils", "triggers", "offends", "outside"}
    assert all((b["truth"] == "unmet") == (b["relation"] == "outside") for b in found)
    assert all(b["origins"] and (b["source"] or b["default"]) for b in found)
    assert run(["conduct", "demo/articles", "--format", "csv", "--quiet"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["event"] for row in rows] == [b["event"] for b in found]


def test_a_treaty_that_nobody_knows_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["conduct", "demo/articles", "--treaty", "RUS-PRK-2O24"]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five seed texts are not here (shared/seeds)")
def test_the_five_seed_texts() -> None:
    made = foedus.picture(SEEDS)
    found = foedus.conduct(made)
    troops = [b for b in found if b.type == "forces.deploy" and (b.treaty, b.article) == ("treaty:RUS-PRK-2024", "4")]
    assert troops
    assert {(b.state, b.others, b.relation, b.why, b.effect) for b in troops} == {
        ("PRK", ("RUS",), "outside", "before", "fulfils")
    }
    arms = [b for b in found if b.type == "transfer.arms" and b.treaty.startswith("treaty:UNSC_")]
    assert {(b.state, b.others, b.relation) for b in arms} == {
        ("PRK", ("RUS",), "offends"),
        ("RUS", ("PRK",), "offends"),  # who takes them, too
    }
    assert any(b.truth == "met" and b.bonds[0].since == "2006-10-14" for b in arms)
    claims = {claim.id: claim for claim in made.claims}
    speakers = {actor for b in arms for c in b.remarks for actor in claims[c].actors}
    assert "gov:KOR_MFA" in speakers
