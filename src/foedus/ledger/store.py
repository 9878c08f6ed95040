"""Opens a ledger's file: made, migrated, or refused with one line."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from foedus.ledger.failure import translated
from foedus.ledger.ledger import Ledger
from foedus.model import InputError

APPLICATION: Final = 0x466F6564
"""SQLite's application id of a ledger: "Foed" in ASCII."""
MIGRATIONS: Final = tuple(sorted(Path(__file__).resolve().parent.glob("[0-9]*.sql")))
"""Number n brings a ledger from version n - 1 to n (PRAGMA user_version)."""
PATIENCE: Final = 5.0
"""Seconds to wait for another writer."""

_MAGIC: Final = b"SQLite format 3\0"
_MAKE: Final = "fill one with `foedus read PATHS --ledger FILE`"
_FOREIGN: Final = "another program's database"


def is_ledger(path: str | Path) -> bool:
    """Is this an SQLite file or a name that ends in .foedus.db? Never raises."""
    try:
        with Path(path).open("rb") as stream:
            return stream.read(len(_MAGIC)) == _MAGIC
    except (OSError, ValueError):
        return str(path).endswith(".foedus.db")


@contextmanager
def open_ledger(path: str | Path, create: bool = False, foedus: str = "") -> Iterator[Ledger]:
    """The ledger at ``path``; with ``create`` a new one where there is none. ``foedus`` is the version that writes.

    Raises InputError, also from inside the block, for a file that is absent, no ledger, damaged, locked, of a newer
    Foedus, or that may not be written. An article is stored whole or not at all.
    """
    where = str(path)
    _check_file(Path(path), create)
    with translated(where):
        writable = _writable(Path(path))
        connection = _connect(Path(path), writable)
    with closing(connection):
        with translated(where):
            _prepare(connection, where)
        yield Ledger(connection, where, foedus, writable)


def _check_file(path: Path, create: bool) -> None:
    """What SQLite would say less clearly."""
    where = str(path)
    try:
        if path.is_dir():
            raise InputError("a folder, not a ledger", where, "name a file such as NAME.foedus.db")
        if not path.exists():
            if not create:
                raise InputError("no such ledger", where, _MAKE)
            if not path.absolute().parent.is_dir():
                raise InputError("its folder does not exist", where, "make the folder first")
            return
        with path.open("rb") as stream:
            head = stream.read(len(_MAGIC))
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be opened: {getattr(error, 'strerror', None) or error}", where, "check it") from error
    if head != _MAGIC and not (create and not head):
        raise InputError("empty, not a ledger" if not head else "not a ledger of Foedus", where, _MAKE)


def _writable(path: Path) -> bool:
    """Do the file and its folder allow writing?"""
    return os.access(path.absolute().parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _connect(path: Path, writable: bool) -> sqlite3.Connection:
    """Read and write where that is allowed, else read only."""
    # Without a log left behind, a file that may not be written is read as immutable: WAL needs no side files then.
    mode = "rwc" if writable else "ro" if Path(f"{path}-wal").exists() else "ro&immutable=1"
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)


def _prepare(connection: sqlite3.Connection, where: str) -> None:
    """Brings the file to the version of this program, in one transaction."""
    version = _version(connection, where)
    if version < len(MIGRATIONS):
        # WAL lets others read while one writes; the mode is kept in the file.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        try:
            for number in range(_version(connection, where), len(MIGRATIONS)):
                for statement in statements(MIGRATIONS[number].read_text(encoding="utf-8")):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    connection.execute("PRAGMA foreign_keys = ON")


def _version(connection: sqlite3.Connection, where: str) -> int:
    """The file's version; 0 for a new file. Raises InputError for a file that is not ours to change."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION and (application or version or tables):
        raise InputError(_FOREIGN, where, _MAKE)
    if version > len(MIGRATIONS):
        raise InputError(
            f"a ledger of version {version}, and this Foedus knows up to {len(MIGRATIONS)}", where, "update Foedus"
        )
    return int(version)


def statements(script: str) -> Iterator[str]:
    """The SQL statements of a migration; a trigger's inner semicolons do not cut it."""
    rest = ""
    for line in re.split(r"(?<=\n)", script):
        rest += line
        if sqlite3.complete_statement(rest):
            yield rest.strip()
            rest = ""
    if rest.strip():
        yield rest.strip()
