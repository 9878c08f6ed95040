"""One CSV file as rows with their places: any line ends, UTF-8 or Latin, gzip or not."""

import csv
import gzip
import io
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from foedus.model import InputError

_MISSING: Final = ("", ".", "NA", "na", "NaN", "nan")
_GZIP: Final = b"\x1f\x8b"
_FIELD: Final = 1_000_000
"""Characters that a field may have."""


class Row(NamedTuple):
    """A row by column (lower case); ``place`` is ``file:line``."""

    place: str
    values: Mapping[str, str]

    def number(self, column: str) -> int | None:
        """A whole number ("2", "2.0"); None when missing or one of the negative codes for missing (-1, -8, -9).

        Raises InputError for anything else.
        """
        text = self.values.get(column, "").strip()
        if text in _MISSING:
            return None
        try:
            value = float(text)
        except ValueError as error:
            raise self.fault(f"{column} is {text!r}, no number", "mend the row") from error
        if not value.is_integer():
            raise self.fault(f"{column} is {text}, no whole number", "mend the row")
        return int(value) if value >= 0 else None

    def flag(self, column: str) -> bool:
        """Is the variable 1? Other values, missing ones too, are no."""
        return self.number(column) == 1

    def text(self, column: str) -> str:
        """The value as it stands, without space around it."""
        return self.values.get(column, "").strip()

    def fault(self, what: str, mend: str) -> InputError:
        """An error at this row."""
        return InputError(what, self.place, mend)


class Table(NamedTuple):
    """A file: its columns in lower case and its rows."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: str | Path) -> Table:
    """Reads a CSV file with a head line. Rows shorter than the head lack what is behind. Raises InputError."""
    where = str(path)
    lines = csv.reader(io.StringIO(_text(path), newline=""), strict=False)
    try:
        columns = tuple(name.strip().lower() for name in next(lines, []))
        rows = tuple(
            Row(f"{where}:{lines.line_num}", dict(zip(columns, values, strict=False)))
            for values in lines
            if any(v.strip() for v in values)
        )
    except csv.Error as error:
        raise InputError(f"no CSV: {error}", f"{where}:{lines.line_num}", "save it as CSV with commas") from error
    if not rows:
        raise InputError("no rows", where, "give a CSV file with a head line and rows")
    return Table(where, columns, rows)


def _text(path: str | Path) -> str:
    csv.field_size_limit(_FIELD)
    try:
        data = Path(path).read_bytes()
        data = gzip.decompress(data) if data.startswith(_GZIP) else data
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"cannot be read: {reason}", str(path), "check the name and the permissions") from error
    if b"\0" in data[:4096]:
        raise InputError("no text", str(path), "save the table as CSV, UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")
