import csv
import io
import json
from pathlib import Path

import pytest

from cli.conftest import Run

LATER = (
    "21 January 2025\n\nJapan and the Philippines put their reciprocal access agreement into force on 20 January 2025."
)
LEDGER = "l.foedus.db"


@pytest.fixture
def more(articles: Path) -> Path:
    first = articles / "2025-01-10-a.txt"
    first.write_text(f"10 gennaio 2025\n\n{first.read_text(encoding='utf-8')}", encoding="utf-8")
    (articles / "later.txt").write_text(LATER, encoding="utf-8")
    return articles


def test_as_of_a_day(foedus: Run, more: Path) -> None:
    done = foedus("as-of", "2025-01-11", more)
    assert done.code == 0
    assert done.complaints[0].startswith("foedus: as of 2025-01-11: ")
    assert "1 came out later" in done.complaints[0]
    assert done.complaints[1].startswith("foedus: left out, for nothing tells that they were out by 2025-01-11: ")
    assert "c-de.txt" in done.complaints[1]
    assert "2025-01-09" in done.out
    assert "2025-01-20" not in done.out


def test_as_of_in_every_format(foedus: Run, more: Path) -> None:
    whole = json.loads(foedus("as-of", "2025-01-11", more, "--format", "json").out)
    assert list(whole) == ["as_of", "later", "unknown", "statuses", "events", "disputes", "articles"]
    assert whole["later"] == ["later.txt"]
    lines = [json.loads(line) for line in foedus("as-of", "2025", more, "--format", "jsonl").out.splitlines()]
    assert {line["kind"] for line in lines} == {"status", "event", "article"}
    for show in ("statuses", "events", "disputes", "articles"):
        rows = foedus("as-of", "2025-01-11", more, "--show", show, "--format", "csv").out
        assert len(list(csv.reader(io.StringIO(rows)))) == 1 + len(whole[show])
        assert foedus("as-of", "2025-01-11", more, "--show", show).code == 0


def test_a_ledger_counts_what_it_held(foedus: Run, more: Path) -> None:
    foedus("read", more, "--ledger", LEDGER)
    assert foedus("as-of", "2025-01-11", "--ledger", LEDGER).out == foedus("as-of", "2025-01-11", more).out
    assert "c-de.txt" in foedus("as-of", "2999", "--ledger", LEDGER, "--show", "articles").out


def test_what_changed_since_a_day(foedus: Run, more: Path) -> None:
    done = foedus("diff", more, "--since", "2025-01-11")
    assert done.out.splitlines()[0].startswith("1 changed treaty; ")
    assert "      reported: ratified" in done.out
    assert "  + 21 January 2025 (later.txt)" in done.out or "(later.txt)" in done.out
    assert "without a known date count as new: " in done.err


def test_what_changed_between_two_inputs(foedus: Run, articles: Path) -> None:
    foedus("read", articles, "--ledger", LEDGER)
    assert foedus("diff", LEDGER, articles).out == "Nothing changed.\n"
    path = articles / "2025-01-10-a.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("9 gennaio", "8 gennaio"), encoding="utf-8")
    out = foedus("diff", LEDGER, articles).out
    assert "date: 9 January 2025 → 8 January 2025" in out
    assert "- Il Giappone ha ratificato il 9 gennaio 2025" in out
    assert "+ Il Giappone ha ratificato il 8 gennaio 2025" in out
    records = [json.loads(line) for line in foedus("diff", LEDGER, articles, "--format", "jsonl").out.splitlines()]
    when = next(record for record in records if record["field"] == "when")
    assert (when["before"], when["after"], when["change"]) == (["2025-01-09"], ["2025-01-08"], "changed")
    assert when["about"].startswith("8 January 2025: Japan ratifies")
    foedus("read", articles, "--ledger", LEDGER)
    assert foedus("diff", "--ledger", LEDGER, "--run", "1").out == out
    assert foedus("diff", "--ledger", LEDGER, "--run", "1", "--run", "2").out == out
    assert foedus("diff", "--ledger", LEDGER, "--run", "2").out == "Nothing changed.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("diff",), 2, "nothing to compare with; give --since DATE"),
        (("diff", "a.txt"), 2, "nothing to compare with"),
        (("diff", "a.txt", "b.txt", "c.txt"), 2, "nothing to compare with"),
        (("diff", "--ledger", LEDGER), 2, "nothing to compare with"),
        (("diff", "a.txt", "b.txt"), 1, "a.txt: no such file or folder"),
        (("diff", "a.txt", "--run", "1"), 2, "--run goes with --ledger FILE and no PATHs"),
        (("diff", "--ledger", LEDGER, "--run", "1", "--since", "2025"), 2, "--since and --run together"),
        (("diff", "--ledger", LEDGER, "--run", "7"), 2, f"{LEDGER}: no run 7; it has runs 1 to 1"),
        (("diff", "--ledger", LEDGER, "--run", "one"), 2, "argument --run: invalid int value: 'one'"),
        (("diff", "--ledger", LEDGER, "--since", "May"), 2, "no date 'May'; write a day, a month or a year"),
        (("diff", "--ledger", "no.db", "--since", "2025"), 1, "no.db: no such ledger"),
        (("as-of", "yesterday", "--ledger", LEDGER), 2, "no date 'yesterday'"),
        (("as-of", "2025"), 2, "nothing to read; give PATHs or --ledger FILE"),
        (("as-of", "2025", "--ledger", LEDGER, "--format", "csv"), 2, "several tables in one CSV; give --show"),
    ],
)
def test_wrong_use_is_one_line(foedus: Run, articles: Path, arguments: tuple[str, ...], code: int, line: str) -> None:
    foedus("read", articles, "--ledger", LEDGER)
    done = foedus(*arguments)
    assert (done.code, done.out, len(done.complaints)) == (code, "", 1)
    assert done.complaints[0].startswith(f"foedus: {line}")
