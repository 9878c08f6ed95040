"""Findings in the ledger: events, disputes and what else families of claims come to."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeVar

import msgspec

T = TypeVar("T")
_TABLES: Final = (
    *("rules", "filed", "filing", "undated", "awaited"),
    *("imprint", "shingle", "link"),
    *("finding", "finding_key"),
)


class Findings:
    """What was found, by family. Part of the picture: changed only inside ``Ledger.changing``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def rules(self) -> str:
        """Fingerprint of the rules by which the picture was made, "" when there is none yet."""
        row = self._db.execute("SELECT fingerprint FROM rules").fetchone()
        return str(row[0]) if row else ""

    def begin(self, rules: str) -> None:
        """Throws the picture away, to be made by other rules: every article is pending."""
        for table in (
            "rules",
            "filed",
            "filing",
            "imprint",
            "shingle",
            "link",
            "undated",
            "awaited",
            "finding",
            "finding_key",
            "heard",
            "joint",
        ):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 (names of ours)
        self._db.execute("INSERT OR IGNORE INTO pending SELECT DISTINCT id FROM article")
        self._db.execute("INSERT INTO rules (fingerprint) VALUES (?)", (rules,))

    def replace(
        self, family: str, found: Mapping[str, Iterable[tuple[str, object]]], keys: Iterable[tuple[str, str]]
    ) -> None:
        """What a family comes to now: by kind, ids with their objects; and (key, event id) pairs to look up by."""
        self._db.execute("DELETE FROM finding WHERE family = ?", (family,))
        self._db.execute("DELETE FROM finding_key WHERE family = ?", (family,))
        self._db.executemany(
            "INSERT OR REPLACE INTO finding (family, kind, id, content) VALUES (?, ?, ?, ?)",
            [
                (family, kind, id_, msgspec.json.encode(one).decode("utf-8"))
                for kind in sorted(found)
                for id_, one in found[kind]
            ],
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO finding_key (key, id, family) VALUES (?, ?, ?)",
            [(key, id_, family) for key, id_ in keys],
        )

    def all(self, kind: str, type_: type[T]) -> Iterator[T]:
        """Everything of a kind, by id."""
        for (content,) in self._db.execute("SELECT content FROM finding WHERE kind = ? ORDER BY id, family", (kind,)):
            yield msgspec.json.decode(content, type=type_)

    def get(self, kind: str, id_: str, type_: type[T]) -> T | None:
        """One thing by its id, None when there is none."""
        row = self._db.execute("SELECT content FROM finding WHERE kind = ? AND id = ?", (kind, id_)).fetchone()
        return msgspec.json.decode(row[0], type=type_) if row else None

    def under(self, key: str) -> list[str]:
        """Ids of the events that are looked up under a key, in order."""
        return [id_ for (id_,) in self._db.execute("SELECT id FROM finding_key WHERE key = ? ORDER BY id", (key,))]
