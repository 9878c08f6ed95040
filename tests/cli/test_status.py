"""``foedus status`` on a day as people and programs see it."""

import json
from pathlib import Path

from cli.conftest import Run

ARTICLE = (
    "Published on 9 December 2024\n\nRussia and North Korea signed their mutual defence treaty in November 2024. "
    "The treaty entered into force on 4 December 2024."
)


def test_on_a_day_for_people(foedus: Run) -> None:
    done = foedus("status", "RUS-PRK-2024", "--on", "2024-12-04")
    assert "asked     where it stood on 4 December 2024\n" in done.out
    assert "filed     in force, since 4 December 2024, known from 5 December 2024\n" in done.out
    assert "  North Korea: bound, since 4 December 2024, known from 5 December 2024\n" in done.out
    assert "file      RUS-PRK-2024.yaml, SHA-256 " in done.out
    early = foedus("status", "RUS-PRK-2024", "--on", "2024-12-04", "--known", "2024-12-04").out
    assert "asked     where it stood on 4 December 2024, as public on 4 December 2024\n" in early
    assert "filed     ratified, not yet in force, since 11 November 2024" in early


def test_file_and_reports_side_by_side(foedus: Run) -> None:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    lines = " ".join(foedus("status", "RUS-PRK-2024", "a.txt").out.split())
    assert "file and reports Signature (Russia and North Korea): the file says 19 June 2024" in lines
    assert "1 origin (1 article) says November 2024, which the file has as disputed." in lines
    assert "the file says 4 December 2024, public on 5 December 2024; 1 origin (1 article) says so." in lines


def test_on_a_day_for_programs(foedus: Run) -> None:
    done = foedus("status", "NATO-1949", "--on", "2023-04-04", "--format", "json")
    found = json.loads(done.out)
    assert (found["on"], found["known"], found["filed"]) == ("2023-04-04", None, "in force")
    assert {c["state"]: c["word"] for c in found["consents"]}["FIN"] == "bound"
    assert len(found["files"][0]["sha256"]) == 64
    assert done.out == foedus("status", "NATO-1949", "--on", "2023-04-04", "--format", "json").out


def test_the_ledger_answers_with_what_was_out(foedus: Run) -> None:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    assert foedus("read", "a.txt", "--ledger", "l.foedus.db").code == 0
    asked = ("status", "RUS-PRK-2024", "--ledger", "l.foedus.db", "--on", "2024-12-31")
    assert "reported  in force, since 4 December 2024\n" in foedus(*asked).out
    assert "reported" not in foedus(*asked, "--known", "2024-12-08").out


def test_what_makes_no_sense_is_one_line(foedus: Run) -> None:
    lines = {
        ("RUS-PKR-2024", "--on", "2024-12-04"): "no treaty fits 'RUS-PKR-2024'; did you mean treaty:RUS-PRK-2024?",
        ("RUS-PRK-2024", "--on", "2024-12"): "--on: '2024-12' is no single day; write a day such as 2025-01-10",
        ("RUS-PRK-2024", "--on", "4.12.2024"): "--on: no date '4.12.2024'; write a day such as 2025-01-10",
        ("RUS-PRK-2024", "--known", "soon"): "--known: no date 'soon'; write a day such as 2025-01-10",
        ("RUS-PRK-2024", "--on", "2024-06-18"): "--on: 2024-06-18 is before the first act of treaty:RUS-PRK-2024",
    }
    for words, line in lines.items():
        done = foedus("status", *words)
        assert done.code == 2
        assert line in done.err
        assert done.err.count("\n") == 1


def test_an_organisation_means_the_treaty_that_founded_it(foedus: Run) -> None:
    for name in ("NATO", "CSTO", "csto"):
        assert foedus("status", name).out.partition("(treaty:")[2].startswith(name.upper())


def test_a_vote_and_a_notice_are_told_as_such(foedus: Run) -> None:
    lines = foedus("status", "RUS-PRK-2024").out.splitlines()
    (russia,) = [line for line in lines if line.startswith("Ratification  ") and "Russia" in line]
    assert russia.endswith("24 October 2024, 6 November 2024 (vote); 9 November 2024")
    done = foedus("status", "Ottawa_Convention", "--on", "2025-12-27")
    assert "Withdrawal Estonia 27 June 2025 (notice); 27 December 2025 (effect)" in " ".join(done.out.split())
    assert "  Vanuatu: bound, since 1 March 2006\n  Zambia:" in done.out
