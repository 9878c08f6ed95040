"""Findings in the ledger: events, disputes and what else families of claims come to."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple, TypeVar

import msgspec

T = TypeVar("T")

LAST: Final = chr(0x10FFFF)
"""Sorts behind whatever may follow the start of an id."""


class Found(NamedTuple):
    """What a family comes to: kind, id, thing; (key, event id) to look up by; treaties with their claims and sides."""

    things: Sequence[tuple[str, str, object]] = ()
    keys: Sequence[tuple[str, str]] = ()
    treaties: Mapping[str, tuple[int, frozenset[str]]] = MappingProxyType({})


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

    def replace(self, family: str, found: Found) -> None:
        """What a family comes to now, in place of what it came to before."""
        for table in ("finding", "finding_key", "told"):
            self._db.execute(f"DELETE FROM {table} WHERE family = ?", (family,))  # noqa: S608 (names of ours)
        self._db.executemany(
            "INSERT INTO finding (family, kind, id, content) VALUES (?, ?, ?, ?)",
            [(family, kind, id_, msgspec.json.encode(one).decode("utf-8")) for kind, id_, one in found.things],
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO finding_key (key, id, family) VALUES (?, ?, ?)",
            [(key, id_, family) for key, id_ in found.keys],
        )
        self._db.executemany(
            "INSERT INTO told (treaty, family, claims, sides) VALUES (?, ?, ?, ?)",
            [(treaty, family, claims, " ".join(sorted(sides))) for treaty, (claims, sides) in found.treaties.items()],
        )

    def all(self, kind: str, type_: type[T]) -> Iterator[T]:
        """Everything of a kind, by id."""
        for (content,) in self._db.execute("SELECT content FROM finding WHERE kind = ? ORDER BY id, family", (kind,)):
            yield msgspec.json.decode(content, type=type_)

    def get(self, kind: str, id_: str, type_: type[T]) -> T | None:
        """One thing by its id, None when there is none."""
        row = self._db.execute("SELECT content FROM finding WHERE kind = ? AND id = ?", (kind, id_)).fetchone()
        return msgspec.json.decode(row[0], type=type_) if row else None

    def of(self, family: str, kind: str, type_: type[T]) -> Iterator[T]:
        """What a family comes to of a kind, by id; of families that were brought together the first has it all."""
        query = "SELECT content FROM finding WHERE family = ? AND kind = ? ORDER BY id"
        for (content,) in self._db.execute(query, (family, kind)):
            yield msgspec.json.decode(content, type=type_)

    def ids(self, kind: str, start: str, most: int) -> list[str]:
        """The first ids of a kind that begin so, in order."""
        query = "SELECT DISTINCT id FROM finding WHERE kind = ?1 AND id >= ?2 AND id < ?3 ORDER BY id LIMIT ?4"
        return [id_ for (id_,) in self._db.execute(query, (kind, start, start + LAST, most))]

    def under(self, key: str) -> list[str]:
        """Ids of the events that are looked up under a key, in order."""
        return [id_ for (id_,) in self._db.execute("SELECT id FROM finding_key WHERE key = ? ORDER BY id", (key,))]

    def treaties(self) -> list[tuple[str, frozenset[str]]]:
        """The treaties that events speak of, with who takes part in these; those with most claims first."""
        query = (
            """SELECT treaty, group_concat(sides, ' ') FROM told GROUP BY treaty ORDER BY sum(claims) DESC, treaty"""
        )
        return [(treaty, frozenset(sides.split())) for treaty, sides in self._db.execute(query)]
