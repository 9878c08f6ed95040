"""Imprints in the ledger: which articles are copies, and whose word each one's own assertions are."""

import sqlite3
from array import array
from collections.abc import Iterable, Mapping

from foedus.model import Imprint, Link, Voice

_IMPRINT = "SELECT article, published, shingles, credit FROM imprint"


class Imprints:
    """Imprints, links and voices. Part of the picture: changed only inside ``Ledger.changing``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def add(self, imprint: Imprint, keys: Iterable[int]) -> None:
        """Keeps an article's imprint, to be looked up under ``keys``; its own word is its voice as yet."""
        self._db.execute(
            "INSERT INTO imprint (article, published, credit, shingles, origin, reason) VALUES (?, ?, ?, ?, '', '')",
            (imprint.article, imprint.published, imprint.credit, array("Q", imprint.shingles).tobytes()),
        )
        self._db.executemany(
            "INSERT INTO shingle (number, article) VALUES (?, ?)", [(_signed(key), imprint.article) for key in keys]
        )

    def remove(self, article: str, keys: Iterable[int]) -> None:
        """Forgets an article's imprint and links."""
        self._db.executemany(
            "DELETE FROM shingle WHERE number = ? AND article = ?", [(_signed(key), article) for key in keys]
        )
        self._db.execute("DELETE FROM link WHERE earlier = ? OR later = ?", (article, article))
        self._db.execute("DELETE FROM imprint WHERE article = ?", (article,))

    def get(self, article: str) -> Imprint | None:
        """The imprint of an article, None when there is none."""
        row = self._db.execute(f"{_IMPRINT} WHERE article = ?", (article,)).fetchone()
        return _imprint(row) if row else None

    def alike(self, keys: Iterable[int]) -> list[Imprint]:
        """The imprints of all articles that are looked up under one of the keys."""
        query = "SELECT article FROM shingle WHERE number = ?"
        ids = {id_ for key in keys for (id_,) in self._db.execute(query, (_signed(key),))}
        return [found for id_ in sorted(ids) if (found := self.get(id_))]

    def link(self, links: Iterable[Link]) -> None:
        """Keeps links between copies."""
        self._db.executemany(
            "INSERT OR IGNORE INTO link (earlier, later, share) VALUES (?, ?, ?)",
            [(one.earlier, one.later, one.share) for one in links],
        )

    def links(self, article: str) -> list[Link]:
        """The links of one article."""
        found: list[Link] = []
        for end in ("earlier", "later"):
            query = f"SELECT earlier, later, share FROM link WHERE {end} = ?"  # noqa: S608 (a name of ours)
            found += [Link(*row) for row in self._db.execute(query, (article,))]
        return sorted(found)

    def all_links(self) -> list[Link]:
        """Every link, in order."""
        return [
            Link(*row) for row in self._db.execute("SELECT earlier, later, share FROM link ORDER BY earlier, later")
        ]

    def speak(self, voices: Mapping[str, Voice]) -> list[str]:
        """Keeps whose word the articles' own assertions are; the articles for which that is new."""
        changed = []
        for article in sorted(voices):
            voice = voices[article]
            found = self._db.execute(
                "UPDATE imprint SET origin = ?2, reason = ?3 WHERE article = ?1 AND (origin != ?2 OR reason != ?3)",
                (article, voice.origin, voice.reason),
            )
            if found.rowcount:
                changed.append(article)
        return changed

    def voice(self, article: str) -> Voice:
        """Whose word an article's own assertions are. Raises KeyError for one that the picture lacks."""
        row = self._db.execute("SELECT origin, reason FROM imprint WHERE article = ?", (article,)).fetchone()
        if row is None:
            raise KeyError(article)
        return Voice(*row)


def _imprint(row: tuple[str, str | None, bytes, str | None]) -> Imprint:
    shingles = array("Q")
    shingles.frombytes(row[2])
    return Imprint(row[0], row[1], tuple(shingles), row[3])


def _signed(number: int) -> int:
    """A number of 64 bits as SQLite keeps it, with a sign."""
    return number - (1 << 64) if number >> 63 else number
