import json
import sqlite3
from pathlib import Path

import pytest

from cli.conftest import Run

LEDGER = "l.foedus.db"
WHO = ("--ledger", LEDGER, "--author", "A. Lund", "--reason", "one meeting")


@pytest.fixture
def ids(foedus: Run, articles: Path) -> list[str]:
    foedus("read", articles, "--ledger", LEDGER)
    return [event["id"] for event in json.loads(foedus("events", "--ledger", LEDGER, "--format", "json").out)]


def test_a_merge_is_kept_shown_and_revoked(foedus: Run, ids: list[str]) -> None:
    before = foedus("events", "--ledger", LEDGER).out
    done = foedus("judge", "merge", ids[0], *WHO, ids[1])
    assert (done.code, done.out) == (0, "")
    assert done.complaints == [
        f"foedus: l.foedus.db: judgement 1 kept, merge {ids[0]} {ids[1]}; "
        "`foedus judge revoke 1 --ledger l.foedus.db …` takes it back"
    ]
    assert "merged by A. Lund on" in foedus("events", "--ledger", LEDGER).out
    (listed,) = json.loads(foedus("judge", "list", "--ledger", LEDGER, "--format", "json").out)
    assert (listed["number"], listed["state"], listed["subjects"]) == (1, "in force", ids[:2])
    foedus("judge", "revoke", "1", *WHO)
    assert foedus("events", "--ledger", LEDGER).out == before


def test_it_holds_when_the_articles_are_read_again_and_more_come(foedus: Run, ids: list[str], articles: Path) -> None:
    foedus("judge", "reject", ids[0], *WHO)
    (articles / "d.txt").write_text("La Francia ha inviato duemila soldati in Romania.", encoding="utf-8")
    foedus("read", articles, "--ledger", LEDGER)
    events = json.loads(foedus("events", "--ledger", LEDGER, "--format", "json").out)
    assert len(events) == len(ids) + 1
    assert [e["id"] for e in events if e["judgements"]] == [ids[0]]


def test_a_judgement_without_its_subject_is_kept_and_said(foedus: Run, ids: list[str], articles: Path) -> None:
    foedus("judge", "reject", *ids, *WHO)
    held = {path: path.read_text(encoding="utf-8") for path in articles.iterdir()}
    for path in held:
        path.write_text("Nothing of note.", encoding="utf-8")
    foedus("read", articles, "--ledger", LEDGER)
    line = "foedus: judgement 1 (reject by A. Lund, "
    assert foedus("events", "--ledger", LEDGER).complaints[0].startswith(line)
    assert foedus("events", "--ledger", LEDGER, "--quiet").err == ""
    assert "without subject" in foedus("judge", "list", "--ledger", LEDGER).out
    for path, text in held.items():
        path.write_text(text, encoding="utf-8")
    foedus("read", articles, "--ledger", LEDGER)
    assert "in force" in foedus("judge", "list", "--ledger", LEDGER).out


def test_judgements_of_a_file_for_paths(foedus: Run, ids: list[str], articles: Path) -> None:
    foedus("judge", "reject", ids[0], *WHO)
    foedus("judge", "list", "--ledger", LEDGER, "--format", "json", "-o", "j.json")
    of_ledger = foedus("events", "--ledger", LEDGER, "--format", "jsonl").out
    assert foedus("events", articles, "--judgements", "j.json", "--format", "jsonl").out == of_ledger


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("judge", "list"), 2, "no ledger; give --ledger FILE"),
        (("judge", "list", "--ledger", "no.db"), 1, "no.db: no such ledger"),
        (("judge", "merge", "--ledger", LEDGER, "--author", "A"), 2, "no --reason; say why"),
        (("judge", "merge", "ev:0123456789ab", "ev:0123456789ac", *WHO), 1, "no event 'ev:0123456789ab' is there now"),
        (("judge", "list", "--ledger", LEDGER, "--author", "A"), 2, "`list` takes no id, author or reason"),
        (("judge", "list", "--nonsense"), 2, "unrecognized arguments: --nonsense"),
        (("events", "--ledger", LEDGER, "--judgements", "j.json"), 2, "--judgements and --ledger together"),
        (("events", "x.txt", "--judgements", "no.json"), 1, "no.json: cannot be read"),
    ],
)
def test_wrong_use_is_one_line(foedus: Run, ids: list[str], arguments: tuple[str, ...], code: int, line: str) -> None:
    assert ids
    done = foedus(*arguments)
    assert (done.code, done.out, len(done.complaints)) == (code, "", 1)
    assert done.complaints[0].startswith(f"foedus: {line}")


def test_a_ledger_that_may_not_be_written(foedus: Run, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foedus.ledger.store._writable", lambda _: False)
    done = foedus("judge", "reject", ids[0], *WHO)
    assert (done.code, "may not be written" in done.err) == (1, True)
    connection = sqlite3.connect(LEDGER)
    assert connection.execute("SELECT count(*) FROM judgement").fetchone() == (0,)
    connection.close()
