import sqlite3
from pathlib import Path

import pytest

from foedus.ledger import is_ledger, open_ledger, store
from foedus.model import InputError
from ledger.samples import reading


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "l.foedus.db"
    with open_ledger(path, create=True) as ledger:
        ledger.add(reading())
    return path


def refused(path: Path, create: bool = False) -> str:
    with pytest.raises(InputError) as caught, open_ledger(path, create=create) as ledger:
        list(ledger.readings())
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(f"{path}: ")
    return message


def test_a_ledger_is_one_file_between_runs(filled: Path) -> None:
    assert [p.name for p in filled.parent.iterdir()] == [filled.name]
    connection = sqlite3.connect(filled)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(store.MIGRATIONS),)
    tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").fetchall()
    assert all(strict for name, strict in tables if not name.startswith("sqlite_"))
    connection.close()


def test_absent(tmp_path: Path) -> None:
    assert "no such ledger; fill one with" in refused(tmp_path / "no.db")
    assert "folder does not exist" in refused(tmp_path / "no" / "l.db", create=True)
    assert "a folder, not a ledger" in refused(tmp_path, create=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("create", [True, False])
def test_not_a_database(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Un articolo, non un registro.", encoding="utf-8")
    assert "not a ledger of Foedus" in refused(path, create)
    assert path.read_text(encoding="utf-8") == "Un articolo, non un registro."


def test_an_empty_file_becomes_a_ledger_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    path.touch()
    assert "empty" in refused(path)
    with open_ledger(path, create=True) as ledger:
        assert ledger.add(reading())


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE article (x)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    assert "another program's database" in refused(path, create=True)
    assert path.read_bytes() == before


def test_a_newer_ledger(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "version 99" in refused(filled)


def test_a_damaged_file(filled: Path) -> None:
    data = bytearray(filled.read_bytes())
    data[100:] = b"\x5a" * (len(data) - 100)
    filled.write_bytes(data)
    assert "damaged" in refused(filled)


def test_a_truncated_file(filled: Path) -> None:
    filled.write_bytes(filled.read_bytes()[:5000])
    assert "damaged" in refused(filled)


def test_a_locked_ledger(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.05)
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_ledger(filled) as ledger:
        assert len(list(ledger.readings())) == 1, "others may read meanwhile"
        with pytest.raises(InputError, match="in use by another program; wait"):
            ledger.add(reading("due.txt"))
    other.close()


def test_a_ledger_that_may_not_be_written_is_still_read(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with open_ledger(filled) as ledger:
        assert list(ledger.readings()) == [reading()]
        with pytest.raises(InputError, match="may not be written; check the permissions"):
            ledger.add(reading("due.txt"))


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "999_more.sql"
    broken.write_text("CREATE TABLE more (x INTEGER) STRICT;\nCREATE TABLE claim (x);\n", encoding="utf-8")
    monkeypatch.setattr(store, "MIGRATIONS", (*store.MIGRATIONS, broken))
    refused(filled)
    monkeypatch.undo()
    with open_ledger(filled) as ledger:
        assert list(ledger.readings()) == [reading()]


def test_a_migration_brings_an_old_ledger_up(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    more = tmp_path / "999_more.sql"
    more.write_text("-- more; with a comment\nCREATE TABLE more (x INTEGER) STRICT;\n", encoding="utf-8")
    monkeypatch.setattr(store, "MIGRATIONS", (*store.MIGRATIONS, more))
    with open_ledger(filled) as ledger:
        assert list(ledger.readings()) == [reading()]
    connection = sqlite3.connect(filled)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(store.MIGRATIONS),)
    assert connection.execute("SELECT count(*) FROM more").fetchone() == (0,)
    connection.close()


def test_what_a_ledger_looks_like(filled: Path, tmp_path: Path) -> None:
    assert is_ledger(filled)
    assert is_ledger("not/there.foedus.db")
    assert not is_ledger(tmp_path)
    assert not is_ledger("a\0b")
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert not is_ledger(tmp_path / "a.txt")
