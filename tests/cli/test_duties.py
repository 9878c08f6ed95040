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
    assert "without the United States, not drawn in:" in told


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


def test_who_is_no_party_any_more_is_told_for_each_on_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["duties", "--attack", "UKR:RUS", "--on", "2024-08-06"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "- Georgia: Signed 9 December 1993; in force since 20 April 1994; ended on 20 April 1999" in told
    assert "bound since some day of 16 August 2006 to 28 March 2008; suspended on 19 December 2012" in told
    assert told.count("Collective Security Treaty, Art. 4") == 2  # as it is worded now: not the wording before 2010
    assert "- North Korea: Signed 19 June 2024; in force only since 4 December 2024." in told


def test_each_joining_that_is_open_says_what_is(capsys: pytest.CaptureFixture[str]) -> None:
    question = ["--attack", "IRN:SAU", "--on", "2025-12-01", "--given", "art51=yes", "--given", "request=no"]
    assert run(["cascade", *question]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "given: collective self-defence under Article 51 yes, request no)" in told
    assert "(treaty:PAK-SAU-2025) ? Signed 17 September 2025; the file has no entry into force: unknown." in told


def test_areas_and_states_have_their_names_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["duties", "--attack", "PRK:USA", "--on", "2025-01-10", "--area", "Guam"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith("If North Korea attacks the United States in Guam on 10 January 2025")
    assert "Guam lies in the Pacific area" in told
    assert "area:" not in told
