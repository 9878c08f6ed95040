"""SQLite's failures as one clear line each."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import msgspec

from foedus.model import InputError

# By SQLite's primary result code, https://www.sqlite.org/rescode.html
_KNOWN: Final = {
    sqlite3.SQLITE_NOTADB: ("not a ledger of Foedus", "give a file that `foedus read PATHS --ledger FILE` made"),
    sqlite3.SQLITE_CORRUPT: (
        "damaged",
        "keep the file, restore a copy of it, or read the articles into a new ledger",
    ),
    sqlite3.SQLITE_BUSY: ("in use by another program", "wait until that one is done"),
    sqlite3.SQLITE_LOCKED: ("in use by another program", "wait until that one is done"),
    sqlite3.SQLITE_READONLY: ("may not be written", "check the permissions of the file and of its folder"),
    sqlite3.SQLITE_PERM: ("may not be opened", "check the permissions of the file and of its folder"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "check that the folder exists and may be written"),
    sqlite3.SQLITE_FULL: ("the disk is full; what was stored before is kept", "make room and run it again"),
    sqlite3.SQLITE_IOERR: ("the disk failed; what was stored before is kept", "check the disk and run it again"),
    sqlite3.SQLITE_TOOBIG: ("an article too large for SQLite", "split the article"),
}


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turns what SQLite or a damaged row raises inside the block into an InputError on ``where``."""
    try:
        yield
    except sqlite3.Error as error:
        raise failure(error, where) from error
    except UnicodeEncodeError as error:
        raise InputError("an article with half a character (a lone surrogate)", where, "mend that text") from error
    except msgspec.DecodeError as error:
        what, mend = _KNOWN[sqlite3.SQLITE_CORRUPT]
        raise InputError(f"{what}: {error}", where, mend) from error


def failure(error: sqlite3.Error, where: str) -> InputError:
    """The one line for an error of SQLite."""
    code = getattr(error, "sqlite_errorcode", None)
    what, mend = _KNOWN.get((code or 0) & 0xFF, (f"SQLite failed: {error}", "check the file and its disk"))
    return InputError(what, where, mend)
