"""``foedus check``."""

import csv
import io
import json
from pathlib import Path

from cli.conftest import Run

TRUE = "Japan ratified the reciprocal access agreement with the Philippines on 9 January 2025."
FALSE = "Japan ratified the reciprocal access agreement with the Philippines on 19 January 2025."


def test_for_people(foedus: Run, articles: Path) -> None:
    done = foedus("check", FALSE, articles)
    assert done.code == 0
    assert done.out.startswith("Contradicted: Japan ratified")
    assert "9 January 2025" in done.out
    assert "2025-01-10-a.txt" in done.out


def test_for_programs(foedus: Run, articles: Path) -> None:
    (answer,) = json.loads(foedus("check", TRUE, articles, "--format", "json").out)
    assert answer["verdict"] == "borne_out"
    assert answer["replies"][0]["backing"][0]["article"] == "2025-01-10-a.txt"
    (row,) = csv.DictReader(io.StringIO(foedus("check", TRUE, articles, "--format", "csv").out))
    assert (row["verdict"], row["claim_type"], row["origins"]) == (
        "borne_out",
        "treaty.ratify",
        "article:2025-01-10-a.txt",
    )


def test_sentences_from_a_file_and_a_ledger(foedus: Run, articles: Path, tmp_path: Path) -> None:
    lines = tmp_path / "sentences.txt"
    lines.write_text(f"{TRUE}\n\n{FALSE}\n", encoding="utf-8")
    ledger = tmp_path / "l.foedus.db"
    foedus("read", articles, "--ledger", ledger)
    done = foedus("check", "--from", lines, "--ledger", ledger, "--format", "jsonl")
    assert [json.loads(line)["verdict"] for line in done.out.splitlines()] == ["borne_out", "contradicted"]
    assert done.out == foedus("check", "--from", lines, articles, "--format", "jsonl").out


def test_one_line_for_each_mistake(foedus: Run, articles: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("\n", encoding="utf-8")
    for code, words, arguments in (
        (2, "no sentence", ["check", " ", articles]),
        (2, "no sentence", ["check"]),
        (2, "nothing to read", ["check", TRUE]),
        (2, "no language pack for 'de'", ["check", "Japan und die Philippinen haben das Abkommen begrüßt.", articles]),
        (2, "no language pack", ["check", TRUE, articles, "--language", "xx"]),
        (2, "no date", ["check", TRUE, articles, "--on", "soon"]),
        (1, "no sentence in it", ["check", "--from", empty, articles]),
        (1, "nowhere.txt", ["check", "--from", "nowhere.txt", articles]),
    ):
        done = foedus(*arguments)
        assert done.code == code, (arguments, done)
        assert len(done.complaints) == 1
        assert words in done.err


def test_strict(foedus: Run, articles: Path) -> None:
    assert foedus("check", TRUE, articles, "--strict").code == 0
    assert foedus("check", f"Only {TRUE}", articles, "--strict").code == 3
