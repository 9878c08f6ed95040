"""Filings in the ledger: the claims of the picture by family, and the articles that it still lacks."""

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from foedus.ledger.findings import LAST
from foedus.model import Claim, Filing

_FILED = """\
SELECT f.family, c.content, f.modality, f.published, f.sentence
FROM filing f JOIN claim c ON c.reading = f.reading AND c.position = f.position"""


class Filings:
    """Which claim is of which family. Part of the picture: changed only inside ``Ledger.changing``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def pending(self) -> tuple[str, ...]:
        """Ids of the articles that were stored since the picture was made, in their order."""
        return tuple(id_ for (id_,) in self._db.execute("SELECT article FROM pending ORDER BY article"))

    def is_pending(self) -> bool:
        """Is there any?"""
        return self._db.execute("SELECT 1 FROM pending LIMIT 1").fetchone() is not None

    def settled(self) -> None:
        """The picture now holds every article."""
        self._db.execute("DELETE FROM pending")

    def file(self, article: str, version: int, reading: int, filings: Iterable[Filing]) -> None:
        """The claims of a reading take the place of those that the article had; in the order of the reading."""
        self.remove(article)
        self._db.execute("INSERT INTO filed (article, version, reading) VALUES (?, ?, ?)", (article, version, reading))
        self._db.executemany(
            "INSERT INTO filing (reading, position, family, modality, published, sentence) VALUES (?, ?, ?, ?, ?, ?)",
            [(reading, n, f.family, f.modality, f.published, f.sentence) for n, f in enumerate(filings)],
        )

    def remove(self, article: str) -> None:
        """The claims of an article leave the picture."""
        self._db.execute("DELETE FROM filing WHERE reading = (SELECT reading FROM filed WHERE article = ?)", (article,))
        for table in ("filed", "undated", "awaited"):
            self._db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 (names of ours)

    def families(self, article: str) -> set[str]:
        """The families that the article's claims are filed in."""
        query = "SELECT DISTINCT family FROM filing WHERE reading = (SELECT reading FROM filed WHERE article = ?)"
        return {family for (family,) in self._db.execute(query, (article,))}

    def claims(self, article: str) -> Iterator[Claim]:
        """The claims of an article, in the order of its text."""
        query = """\
SELECT c.content FROM filing f JOIN claim c ON c.reading = f.reading AND c.position = f.position
WHERE f.reading = (SELECT reading FROM filed WHERE article = ?) ORDER BY f.position"""
        for (content,) in self._db.execute(query, (article,)):
            yield msgspec.json.decode(content, type=Claim)

    def named(self, ids: Iterable[str]) -> list[Claim]:
        """The claims of these ids, by article and place in the text; one text under two names has each twice."""
        query = """\
SELECT f.position, c.content FROM claim c JOIN filing f ON f.reading = c.reading AND f.position = c.position
WHERE c.id = ?"""
        found = [
            (msgspec.json.decode(content, type=Claim), position)
            for id_ in sorted(set(ids))
            for position, content in self._db.execute(query, (id_,))
        ]
        return [claim for claim, _ in sorted(found, key=lambda one: (one[0].article, one[1]))]

    def ids(self, start: str, most: int) -> list[str]:
        """The first ids of the picture's claims that begin so, in order."""
        query = """\
SELECT DISTINCT c.id FROM claim c JOIN filing f ON f.reading = c.reading AND f.position = c.position
WHERE c.id >= ? AND c.id < ? ORDER BY c.id LIMIT ?"""
        return [id_ for (id_,) in self._db.execute(query, (start, start + LAST, most))]

    def families_of(self, key: tuple[str, str]) -> tuple[str, ...]:
        """The families in which a claim of an article is filed, by the ids of both; none for one that is not there."""
        query = """\
SELECT f.family FROM claim c JOIN filing f ON f.reading = c.reading AND f.position = c.position
WHERE c.id = ?2 AND c.reading = (SELECT reading FROM filed WHERE article = ?1) ORDER BY f.position"""
        return tuple(family for (family,) in self._db.execute(query, key))

    def of(self, family: str, dated: bool = False) -> Iterator[Filing]:
        """The claims of a family; with ``dated`` only those of articles whose own text gives their date."""
        query, outer = f"{_FILED} WHERE f.family = ?", ""
        if dated:
            outer = " AND f.reading NOT IN (SELECT d.reading FROM filed d JOIN undated u USING (article))"
        for family_, content, modality, published, sentence in self._db.execute(query + outer, (family,)):
            claim = msgspec.json.decode(content, type=Claim)
            yield Filing(family_, claim, modality, published, sentence)

    def wait(self, article: str, families: Iterable[str]) -> None:
        """The article's own text does not give its date; what dated ones report in these families may."""
        self._db.execute("INSERT INTO undated (article, evidence) VALUES (?, '')", (article,))
        self._db.executemany(
            "INSERT INTO awaited (article, family) VALUES (?, ?)", [(article, family) for family in sorted(families)]
        )

    def undated(self, families: Iterable[str]) -> list[str]:
        """Ids of the articles that wait for one of the families, in order."""
        query = "SELECT article FROM awaited WHERE family = ?"
        return sorted({id_ for family in families for (id_,) in self._db.execute(query, (family,))})

    def awaited(self, article: str) -> list[str]:
        """The families for which an undated article waits, in order."""
        query = "SELECT family FROM awaited WHERE article = ? ORDER BY family"
        return [family for (family,) in self._db.execute(query, (article,))]

    def evidence(self, article: str) -> str:
        """Fingerprint of what other articles told when an undated one was last dated; "" before."""
        row = self._db.execute("SELECT evidence FROM undated WHERE article = ?", (article,)).fetchone()
        return str(row[0]) if row else ""

    def weigh(self, article: str, evidence: str) -> None:
        """Notes what other articles told when this undated one was dated."""
        self._db.execute("UPDATE undated SET evidence = ? WHERE article = ?", (evidence, article))
