"""``foedus duties`` and ``foedus cascade`` as people and programs see them."""

import json

import pytest

from foedus.cli.main import run


def test_duties_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["duties", "--attack", "UKR:RUS", "--on", "2025-01-10", "--area", "Kursk_region"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("If Ukraine attacks Russia in Kursk region on 10 January 2025")
    assert "FOR A PERSON TO JUDGE" in told
    assert "Art. 4 (treaty:RUS-PRK-2024)" in told
    assert "? An armed invasion" in told
    assert max(map(len, told.splitlines())) <= 100


def test_duties_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["duties", "--attack", "UKR:RUS", "--on", "2024-08-06", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["attack"]["on"] == "2024-08-06"
    assert {o["verdict"] for o in found["obligations"]} <= {"owed", "open", "not owed"}


def test_cascade_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cascade", "--attack", "PRK:KOR", "--on", "2025-01-10", "--unprovoked", "yes"]) == 0
    told = capsys.readouterr().out
    assert "ROUND 1\n  United States for South Korea against North Korea" in told
    assert "without United States, not drawn in:" in told


def test_cascade_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cascade", "--attack", "PRK:KOR", "--on", "2025-01-10", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["joinings"][0]["state"] == "USA"


@pytest.mark.parametrize("words", [[], ["--attack", "UKR:RUS"], ["--on", "2025-01-10"]])
def test_no_question_is_wrong_use(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["duties", *words]) == 2
    assert "give --attack ATTACKER:TARGET --on DATE" in capsys.readouterr().err


def test_reported_attacks_are_the_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["duties", "--from-ledger", "demo/articles", "--quiet"]) == 0
    assert capsys.readouterr().out
