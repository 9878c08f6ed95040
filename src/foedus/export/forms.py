"""Items of a kind in one of the four formats."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

import msgspec

from foedus.export.kinds import Kind
from foedus.export.table import table

FORMATS: Final = ("table", "json", "jsonl", "csv")
T = TypeVar("T")


def render(items: Iterable[T], kind: Kind[T], form: str, width: int | None = None) -> Iterator[str]:
    """The lines, each with its end. ``width`` cuts a table to a terminal; without it nothing is cut."""
    if form == "jsonl":
        yield from (f"{_json(item, kind)}\n" for item in items)
    elif form == "json":
        yield from _array(items, kind)
    elif form == "csv":
        yield from _csv(items, kind)
    else:
        rows = [[row[column] for column in kind.shown] for item in items for row in kind.rows(item)]
        yield from (f"{line}\n" for line in table(kind.shown, rows, width))


def _json(item: T, kind: Kind[T]) -> str:
    return msgspec.json.encode(kind.record(item)).decode("utf-8")


def _array(items: Iterable[T], kind: Kind[T]) -> Iterator[str]:
    """A JSON array with one item on each line."""
    before = "[\n"
    for item in items:
        yield before + _json(item, kind)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _csv(items: Iterable[T], kind: Kind[T]) -> Iterator[str]:
    """RFC 4180 with a head line; lines end in LF."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(kind.columns)
    for item in items:
        writer.writerows([row[column] for column in kind.columns] for row in kind.rows(item))
        yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
