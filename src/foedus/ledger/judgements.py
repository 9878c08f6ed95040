"""Judgements in the ledger: what people decided, and how far the picture holds it."""

import datetime as dt
import sqlite3
from collections.abc import Mapping

import msgspec

from foedus.model import Judgement


class Judgements:
    """Records that are added and never changed. Changed only inside ``Ledger.changing``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def add(self, judgement: Judgement, run: int) -> Judgement:
        """Keeps a judgement under the next free number; it as it is kept."""
        (last,) = self._db.execute("SELECT coalesce(max(number), 0) FROM judgement").fetchone()
        kept = msgspec.structs.replace(judgement, number=last + 1)
        self._db.execute(
            "INSERT INTO judgement (number, kind, author, reason, time, content, run) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                *(kept.number, kept.kind, kept.author, kept.reason, kept.time),
                msgspec.json.encode(kept).decode("utf-8"),
                run,
            ),
        )
        return kept

    def all(self, run: int | None = None) -> tuple[Judgement, ...]:
        """Every judgement by number; with ``run`` those that were made up to it."""
        query = "SELECT content FROM judgement WHERE ?1 IS NULL OR run <= ?1 ORDER BY number"
        return tuple(msgspec.json.decode(content, type=Judgement) for (content,) in self._db.execute(query, (run,)))

    def pending(self) -> set[int]:
        """Numbers of those that the picture does not hold yet."""
        query = "SELECT number FROM judgement WHERE number NOT IN (SELECT judgement FROM heard)"
        return {number for (number,) in self._db.execute(query)}

    def joint(self) -> dict[str, str]:
        """The families that are reconciled together, each with the first of its group."""
        return dict(self._db.execute("SELECT family, lead FROM joint ORDER BY family"))

    def heard(self, lead: Mapping[str, str]) -> None:
        """The picture now holds every one, and these families are reconciled together."""
        self._db.execute("INSERT OR IGNORE INTO heard SELECT number FROM judgement")
        self._db.execute("DELETE FROM joint")
        self._db.executemany("INSERT INTO joint (family, lead) VALUES (?, ?)", sorted(lead.items()))


def now() -> str:
    """The time of day at which a judgement is made: UTC, in ISO 8601, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
