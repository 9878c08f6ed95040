import sqlite3
from pathlib import Path

import pytest

from foedus.ledger import Ledger, open_ledger
from foedus.model import InputError
from ledger.samples import TEXT, reading


def counts(path: Path) -> dict[str, int]:
    connection = sqlite3.connect(path)
    tables = ("run", "article", "reading", "claim", "gap")
    found = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
    connection.close()
    return found


def fill(path: Path, *readings: object) -> list[bool]:
    with open_ledger(path, create=True, foedus="1.2") as ledger:
        return [ledger.add(r) for r in readings]  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "l.foedus.db"


def test_what_goes_in_comes_out(path: Path) -> None:
    fill(path, reading(), reading("due.txt", "Altro testo. Fine."))
    with open_ledger(path) as ledger:
        assert list(ledger.readings()) == [reading("due.txt", "Altro testo. Fine."), reading()]


def test_the_same_article_twice_changes_nothing(path: Path) -> None:
    assert fill(path, reading(), reading()) == [True, False]
    before = counts(path), path.read_bytes()
    assert fill(path, reading(), reading(source="elsewhere/uno.txt")) == [False, False]
    assert (counts(path), path.read_bytes()) == before
    assert counts(path) == {"run": 1, "article": 1, "reading": 1, "claim": 1, "gap": 1}


def test_an_edited_article_is_a_new_version_beside_the_old(path: Path) -> None:
    edited = reading(text=TEXT.replace("Nessuno", "Qualcuno"))
    fill(path, reading())
    assert fill(path, edited) == [True]
    with open_ledger(path) as ledger:
        assert list(ledger.readings()) == [edited]
        assert list(ledger.readings(latest=False)) == [reading(), edited]
        assert ledger.versions("uno.txt") == (reading(), edited)
        assert ledger.versions("nobody.txt") == ()
        stats = ledger.stats()
    assert (stats.articles, stats.versions, stats.claims, stats.gaps, stats.sentences, stats.runs) == (1, 2, 1, 1, 2, 2)


def test_a_text_that_returns_is_the_latest_again(path: Path) -> None:
    edited = reading(text=TEXT.replace("Nessuno", "Qualcuno"))
    assert fill(path, reading(), edited, reading()) == [True, True, True]
    with open_ledger(path) as ledger:
        assert list(ledger.readings()) == [reading()]


def test_the_same_text_read_better_replaces_nothing_and_counts(path: Path) -> None:
    assert fill(path, reading(), reading(kind="treaty.ratify")) == [True, True]
    with open_ledger(path) as ledger:
        assert [r.claims[0].type for r in ledger.readings()] == ["treaty.ratify"]
        assert len(ledger.versions("uno.txt")) == 1
    assert counts(path) == {"run": 1, "article": 1, "reading": 2, "claim": 2, "gap": 2}


def test_order_is_by_id_whatever_came_first(tmp_path: Path) -> None:
    one, two = reading("a.txt"), reading("b.txt")
    fill(tmp_path / "x.db", one, two)
    fill(tmp_path / "y.db", two, one)
    with open_ledger(tmp_path / "x.db") as x, open_ledger(tmp_path / "y.db") as y:
        assert list(x.readings()) == list(y.readings()) == [one, two]


@pytest.mark.parametrize("table", ["run", "article", "reading", "claim", "gap"])
def test_nothing_is_ever_changed_or_removed(path: Path, table: str) -> None:
    fill(path, reading())
    connection = sqlite3.connect(path)
    column = connection.execute(f"PRAGMA table_info({table})").fetchall()[1][1]
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {column} = {column}"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_a_reading_is_stored_whole_or_not_at_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path, reading())
    before = counts(path)
    with open_ledger(path) as ledger:
        monkeypatch.setattr(Ledger, "_add_reading", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            ledger.add(reading("due.txt"))
        monkeypatch.undo()
        assert counts(path) == before
        assert ledger.add(reading("due.txt"))
    assert counts(path)["article"] == 2


def test_a_full_disk_is_one_line_and_keeps_what_was_stored(path: Path) -> None:
    fill(path, reading())
    with open_ledger(path) as ledger:
        ledger._db.execute(f"PRAGMA max_page_count = {ledger._db.execute('PRAGMA page_count').fetchone()[0]}")
        with pytest.raises(InputError, match="disk is full; what was stored before is kept"):
            ledger.add(reading("due.txt", "Un testo lungo. " * 5000))
        assert list(ledger.readings()) == [reading()]


def test_half_a_character_is_one_line(path: Path) -> None:
    with open_ledger(path, create=True) as ledger, pytest.raises(InputError, match="half a character"):
        ledger.add(reading(text="Testo \ud800. Fine."))


def test_a_damaged_row_is_one_line(path: Path) -> None:
    fill(path, reading())
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER claim_fixed")
    connection.execute("UPDATE claim SET content = '{\"id\": 3}'")
    connection.commit()
    connection.close()
    with open_ledger(path) as ledger, pytest.raises(InputError, match="damaged"):
        list(ledger.readings())


def test_an_error_of_the_caller_is_not_taken_for_damage(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="mine"), open_ledger(path, create=True):
        raise sqlite3.OperationalError("mine")
