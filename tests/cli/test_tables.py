"""The tables of the commands, on articles of their own."""

import io
import json
import sys
from pathlib import Path

import pytest

from cli.conftest import Run
from foedus.cli.commands import rows
from foedus.cli.tables import index_of
from foedus.report.rules import rule_words

SIGNED = "Norvegia e Svezia hanno firmato un trattato di difesa il {day} marzo 2024 a Oslo, secondo il governo {of}."
SENTENCE = "Norway ratified the NATO treaty."


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    texts = {
        "a.txt": SIGNED.format(day=3, of="norvegese"),
        "b.txt": SIGNED.format(day=9, of="svedese"),
        "c.txt": "La Norvegia non ha inviato 2.000 soldati in Lettonia.",
        "d.txt": "Vladimir Putin ha presentato alla Duma di Stato il trattato con Pyongyang il 14 ottobre 2024.",
        "e-de.txt": "Norwegen und Schweden haben am Montag einen Vertrag unterzeichnet, der noch nicht gilt. " * 9,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_dispute_is_one_block(foedus: Run, press: Path) -> None:
    done = foedus("disputes", press)
    blocks = done.out.strip().split("\n\n")
    records = json.loads(foedus("disputes", press, "--format", "json").out)
    assert len(blocks) == len(records) >= 1
    lines = blocks[0].splitlines()
    assert all(len(line) <= 100 for line in lines)
    assert lines[0].startswith(f"{records[0]['id']}  date: ")
    assert "contradiction" not in blocks[0]
    sides = [line for line in lines if line.startswith("  - ")]
    assert len(sides) == len(records[0]["sides"])
    assert "3 March 2024 — 1 claim, 1 origin (" in sides[0]
    assert len(foedus("disputes", press, "--format", "csv").out.splitlines()) == 1 + sum(
        len(r["sides"]) for r in records
    )


def test_what_is_only_told_more_exactly_comes_with_all(foedus: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("France and Poland signed the treaty on 9 May 2025 in Nancy.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("France and Poland signed the treaty in Nancy in May 2025.", encoding="utf-8")
    done = foedus("disputes", tmp_path)
    assert done.out == ""
    assert "no dispute was found" in done.err
    assert "1 finding of the same, told more or less exactly: --all" in done.err
    assert foedus("disputes", tmp_path, "--format", "json").out.strip() == "[]"
    lines = foedus("disputes", tmp_path, "--all").out.splitlines()
    assert lines[0].endswith("date: The same, told more or less exactly")
    assert lines[2].startswith("  - 9 May 2025 — ")
    (record,) = json.loads(foedus("disputes", tmp_path, "--all", "--format", "json").out)
    assert record["verdict"] == "granularity"


def test_no_dispute_is_said(foedus: Run, press: Path) -> None:
    done = foedus("disputes", press / "a.txt")
    assert (done.out, done.err) == ("", "foedus: no dispute was found\n")


def test_a_negated_claim_never_looks_positive(foedus: Run, press: Path) -> None:
    for command in ("claims", "events"):
        _, line = foedus(command, press / "c.txt").out.splitlines()
        assert "not forces.deploy" in line
        assert "Norway → Latvia" in line
        assert "2,000 troops" in line


def test_a_body_stands_under_its_own_name(foedus: Run, press: Path) -> None:
    for command in ("claims", "events", "timeline"):
        done = foedus(command, press / "d.txt", "--type", "treaty.submit")
        assert "Vladimir Putin → State Duma" in done.out
    (event,) = json.loads(foedus("events", press / "d.txt", "--type", "treaty.submit", "--format", "json").out)
    assert event["actors"] == ["RUS"]


def test_support_and_disputes_of_an_event(foedus: Run, press: Path) -> None:
    done = foedus("timeline", press, "--type", "treaty.sign")
    assert "2 articles / 2 origins (B)" in done.out
    assert "corroboration" in done.out
    assert "disputed: date" in done.out


def test_no_table_holds_a_whole_article(foedus: Run, press: Path) -> None:
    for command in ("gaps", "claims"):
        done = foedus(command, press)
        assert all(len(line) < 300 for line in done.out.splitlines())
    (gap,) = [g for g in json.loads(foedus("gaps", press, "--format", "json").out) if g["reason"] == "no_pack"]
    assert len(gap["evidence"]["text"]) > 500
    assert gap["detail"] == "the article is in a language that Foedus does not read (de)"


@pytest.mark.parametrize("command", ["claims", "events", "gaps", "timeline"])
def test_every_line_fits_a_terminal(foedus: Run, press: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "terminal_width", lambda _: 100)
    done = foedus(command, press)
    assert done.out
    assert all(len(line) <= 100 for line in done.out.splitlines())


def test_an_id_of_the_table_can_be_explained(foedus: Run, press: Path) -> None:
    id_ = foedus("claims", press / "c.txt").out.splitlines()[1].split()[0]
    done = foedus("explain", id_, press / "c.txt")
    assert any(line.startswith("quantity    2,000 troops; wording") for line in done.out.splitlines())


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


def test_a_short_sentence_on_standard_input_needs_its_language(foedus: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, SENTENCE)
    done = foedus("claims", "-")
    assert "stdin: language not recognised; give it with --language CODE" in done.err
    typed(monkeypatch, SENTENCE)
    assert "treaty.ratify" in foedus("claims", "-", "--language", "EN").out
    typed(monkeypatch, SENTENCE)
    (record,) = json.loads(foedus("read", "-", "--language", "en", "--format", "json").out)
    assert (record["language"], record["notes"]) == ("en", ["read as en, as told"])


def test_a_language_is_for_those_that_have_none_of_their_own(foedus: Run, press: Path) -> None:
    (press / "short.txt").write_text(SENTENCE, encoding="utf-8")
    records = json.loads(foedus("read", press, "--language", "en", "--format", "json").out)
    assert {r["id"]: r["language"] for r in records} == {
        **dict.fromkeys(("a.txt", "b.txt", "c.txt", "d.txt"), "it"),
        "e-de.txt": "de",
        "short.txt": "en",
    }


def test_a_language_without_a_pack_is_wrong_use(foedus: Run, press: Path) -> None:
    done = foedus("claims", press, "--language", "tlh")
    assert (done.code, done.out) == (2, "")
    assert "--language: no language pack for 'tlh'; give one of en, fr, it" in done.err
    foedus("read", press, "--ledger", "l.db")
    assert foedus("claims", "--ledger", "l.db", "--language", "it").code == 2


def test_a_status_in_words(foedus: Run, press: Path) -> None:
    done = foedus("status", "RUS-PRK-2024", press)
    assert all(len(line) <= 145 for line in done.out.splitlines())
    assert "Submission for approval  Russia" in done.out
    assert "reported done, 14 October 2024" in done.out
    assert done.out.count("          - ") == len(set(done.out.split("          - ")[1:]))


def test_a_dossier_is_no_article(foedus: Run, press: Path) -> None:
    foedus("dossier", press, "-o", press / "out.html")
    done = foedus("read", press, "--format", "jsonl")
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == sorted(p.name for p in press.glob("*.txt"))
    (line,) = [line for line in done.err.splitlines() if "out.html" in line]
    assert "a dossier made by Foedus, not an article; give the articles that it was made from" in line


def test_codes_of_a_claim_are_words_to_people_and_codes_in_json(foedus: Run, press: Path) -> None:
    (record,) = json.loads(foedus("claims", press / "c.txt", "--format", "json").out)
    assert record["because"][0] == "trigger:forces.deploy:inviare"
    done = foedus("explain", record["id"], press / "c.txt")
    assert "1. the word “inviare” tells of: troops deployed" in done.out
    assert "trigger:" not in done.out


def test_a_dispute_names_acts_in_words(foedus: Run, tmp_path: Path) -> None:
    signed = "Russia e Corea del Nord hanno firmato il trattato di partenariato strategico globale il 19 giugno 2024."
    early = "La Russia ha ratificato il trattato di partenariato strategico globale con Pyongyang il 2 gennaio 2024."
    for name, text in {"a.txt": signed, "b.txt": early}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = foedus("disputes", tmp_path)
    assert "ratification 2 January 2024 — 1 claim" in done.out
    assert "Ratification on 2 January 2024 lies before the signature" in done.out
    assert "treaty.ratify on 2024-01-02" in foedus("disputes", tmp_path, "--format", "json").out


def test_every_rule_of_the_demo_has_words(foedus: Run) -> None:
    demo = Path(__file__).parents[2] / "demo" / "articles"
    records = json.loads(foedus("claims", demo, "--format", "json").out)
    index = index_of(())
    steps = {step for record in records for step in record["because"]}
    assert [step for step in sorted(steps) if rule_words(step, index) == step] == []


def test_a_series_is_one_block(foedus: Run, tmp_path: Path) -> None:
    for day, number in (("2 May", "2,000"), ("9 June", "3,500")):
        text = f"{day} 2025\n\nSome {number} Norwegian soldiers are stationed in Latvia, officials in Riga said."
        (tmp_path / f"{day}.txt").write_text(text, encoding="utf-8")
    head, *figures = foedus("series", tmp_path).out.splitlines()
    assert head.endswith("Troops deployed: Norway, Latvia")
    assert [figure.partition(":")[0].strip(" -") for figure in figures] == ["2 May 2025", "9 June 2025"]
    assert "about 2,000 troops" in figures[0]
    (tmp_path / "9 June.txt").unlink()
    assert "no figure is told for more than one day" in foedus("series", tmp_path).err
