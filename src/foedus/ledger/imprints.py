"""Imprints in the ledger: which articles are copies, and whose word each one's own assertions are."""

import sqlite3
from array import array
from collections.abc import Iterable, Mapping

import msgspec

from foedus.model import Imprint, Link, Voice


class _About(msgspec.Struct, frozen=True):
    published: str | None
    credit: str | None
    outlet: str | None


class Imprints:
    """Imprints, links and voices. Part of the picture: changed only inside ``Ledger.changing``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def add(self, imprint: Imprint, keys: Iterable[int]) -> None:
        """Keeps an article's imprint, to be looked up under ``keys``; its own word is its voice as yet."""
        about = _json(_About(imprint.published, imprint.credit, imprint.outlet))
        self._db.execute(
            "INSERT INTO imprint (article, about, shingles, voice) VALUES (?, ?, ?, '')",
            (imprint.article, about, array("Q", imprint.shingles).tobytes()),
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
        row = self._db.execute("SELECT about, shingles FROM imprint WHERE article = ?", (article,)).fetchone()
        if row is None:
            return None
        about, shingles = msgspec.json.decode(row[0], type=_About), array("Q", row[1])
        return Imprint(article, about.published, tuple(shingles), about.credit, about.outlet)

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

    def speak(self, voices: Mapping[str, Voice]) -> list[str]:
        """Keeps whose word the articles' own assertions are; the articles for which that is new."""
        changed = []
        for article in sorted(voices):
            found = self._db.execute(
                "UPDATE imprint SET voice = ?2 WHERE article = ?1 AND voice != ?2", (article, _json(voices[article]))
            )
            if found.rowcount:
                changed.append(article)
        return changed

    def voice(self, article: str) -> Voice:
        """Whose word an article's own assertions are. Raises KeyError for one that the picture lacks."""
        row = self._db.execute("SELECT voice FROM imprint WHERE article = ?", (article,)).fetchone()
        if row is None:
            raise KeyError(article)
        return msgspec.json.decode(row[0], type=Voice)


def _json(value: msgspec.Struct) -> str:
    return msgspec.json.encode(value).decode("utf-8")


def _signed(number: int) -> int:
    """A number of 64 bits as SQLite keeps it, with a sign."""
    return number - (1 << 64) if number >> 63 else number
