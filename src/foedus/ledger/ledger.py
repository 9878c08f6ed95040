"""What a ledger can do: add a reading, give readings back."""

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

import msgspec

from foedus.ledger.failure import translated
from foedus.ledger.filings import Filings
from foedus.ledger.findings import Findings
from foedus.ledger.imprints import Imprints
from foedus.ledger.judgements import Judgements
from foedus.model import Article, Balance, Claim, Gap, Judgement, Part, Reading, Span, When

_VERSIONS: Final = "SELECT reading, id, digest, text, source, parts, meta, sentences, balance FROM version"
_ALONE: Final = """\
SELECT a.number, r.number, a.id, a.digest, a.text, a.source, r.parts, r.meta, r.sentences, r.balance
FROM article a JOIN reading r ON r.article = a.number AND r.basis = 'alone'
WHERE a.id = ? ORDER BY a.number DESC, r.number DESC LIMIT 1"""
_HISTORY: Final = """\
SELECT a.run, n.started, v.reading, v.id, v.digest, v.text, v.source, v.parts, v.meta, v.sentences, v.balance
FROM version v JOIN article a ON a.number = v.article JOIN run n ON n.number = a.run ORDER BY v.id, v.article"""
_AFTER: Final = """\
SELECT r.number, a.id, a.digest, a.text, a.source, r.parts, r.meta, r.sentences, r.balance
FROM article a JOIN reading r ON r.number = (
    SELECT max(s.number) FROM reading s WHERE s.article = a.number AND s.basis = 'alone' AND s.run <= ?1)
WHERE a.number = (SELECT max(b.number) FROM article b WHERE b.id = a.id AND b.run <= ?1) ORDER BY a.id"""
Row = tuple[int, str, str, str, str, str, str, str, str]


class Stats(msgspec.Struct, frozen=True):
    """How much a ledger holds; ``claims``, ``gaps`` and ``sentences`` of the latest version of each article."""

    articles: int
    versions: int
    claims: int
    gaps: int
    sentences: int
    runs: int


class Stored(NamedTuple):
    """A reading with the numbers of its article's version and of itself."""

    version: int
    number: int
    reading: Reading


class Version(NamedTuple):
    """A version of an article with the number of the run that stored it, and the day (UTC) of that run."""

    reading: Reading
    run: int
    stored: dt.date | None


class _Meta(msgspec.Struct, frozen=True):
    language: str | None
    title: str | None
    outlet: str | None
    published: When | None
    notes: tuple[str, ...]


class Ledger:
    """An open ledger. Made by ``open_ledger``; not for several threads."""

    def __init__(self, connection: sqlite3.Connection, where: str, foedus: str, writable: bool = True) -> None:
        self.where, self.writable = where, writable
        self._db = connection
        self._foedus = foedus
        self._run: int | None = None
        self.filings, self.imprints, self.findings = Filings(connection), Imprints(connection), Findings(connection)
        self.judgements = Judgements(connection)

    def add(self, reading: Reading) -> bool:
        """Stores a reading; False when the latest version of its article is already stored with this very reading.

        Another text under the same id is a new version beside the old ones; the same text read otherwise (by a newer
        Foedus) is a new reading of that version. One transaction: all of it or nothing. Raises InputError.
        """
        with self.changing():
            return self._add(reading)

    def judge(self, judgement: Judgement) -> Judgement:
        """Keeps what a person decided, under the next number. Raises InputError."""
        with self.changing():
            return self.judgements.add(judgement, self._this_run())

    @contextmanager
    def changing(self) -> Iterator[None]:
        """A transaction: what is changed inside comes about all together or not at all. Raises InputError."""
        with translated(self.where):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                self._run = None
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def alone(self, article_id: str) -> Stored | None:
        """The last reading of an article's latest version that looked at no other article; None for an unknown id."""
        with translated(self.where):
            row = self._db.execute(_ALONE, (article_id,)).fetchone()
            return Stored(row[0], row[1], self._reading(row[1:])) if row else None

    def reread(self, version: int, reading: Reading) -> int:
        """Stores a reading that was made with a date from other articles; its number. Inside ``changing`` only."""
        rows = _rows(reading)
        fingerprint = _fingerprint(rows)
        (known,) = self._db.execute(
            "SELECT max(number) FROM reading WHERE article = ? AND fingerprint = ? AND basis = 'context'",
            (version, fingerprint),
        ).fetchone()
        return int(known) if known else self._add_reading(version, fingerprint, reading, rows, "context")

    def readings(self, latest: bool = True) -> Iterator[Reading]:
        """The readings by article id; of each article the latest version, or all from old to new."""
        where = " WHERE latest" if latest else ""
        yield from self._readings(f"{_VERSIONS}{where} ORDER BY id, article")

    def reading(self, article_id: str) -> Reading | None:
        """The reading that counts of an article's latest version; None for an unknown id."""
        return next(self._readings(f"{_VERSIONS} WHERE latest AND id = ?", article_id), None)

    def versions(self, article_id: str) -> tuple[Reading, ...]:
        """Every version of one article, from old to new; empty for an unknown id."""
        return tuple(self._readings(f"{_VERSIONS} WHERE id = ? ORDER BY article", article_id))

    def history(self) -> Iterator[Version]:
        """Every version by article id, from old to new."""
        with translated(self.where):
            for run, started, *row in self._db.execute(_HISTORY):
                yield Version(self._reading(tuple(row)), run, dt.datetime.fromisoformat(started).date())

    def runs(self) -> int:
        """The number of the last run; 0 for a ledger that nothing was stored in."""
        with translated(self.where):
            (last,) = self._db.execute("SELECT coalesce(max(number), 0) FROM run").fetchone()
            return int(last)

    def after_run(self, run: int) -> tuple[Reading, ...]:
        """The articles as they stood after a run, by id, each as it was last read by itself until then."""
        return tuple(self._readings(_AFTER, run))

    def is_empty(self) -> bool:
        """Does it hold no article?"""
        with translated(self.where):
            return self._db.execute("SELECT 1 FROM article LIMIT 1").fetchone() is None

    def stats(self) -> Stats:
        """Counts of what is stored."""
        with translated(self.where):
            balances = [
                msgspec.json.decode(text, type=Balance)
                for (text,) in self._db.execute("SELECT balance FROM version WHERE latest")
            ]
            return Stats(
                articles=len(balances),
                versions=self._count("article"),
                claims=self._count("claim WHERE reading IN (SELECT reading FROM version WHERE latest)"),
                gaps=self._count("gap WHERE reading IN (SELECT reading FROM version WHERE latest)"),
                sentences=sum(balance.sentences for balance in balances),
                runs=self._count("run"),
            )

    def _add(self, reading: Reading) -> bool:
        article, rows = reading.article, _rows(reading)
        fingerprint = _fingerprint(rows)
        known = self._db.execute(
            "SELECT number, digest FROM article WHERE id = ? ORDER BY number DESC LIMIT 1", (article.id,)
        ).fetchone()
        if known and known[1] == article.digest:
            number = known[0]
            (last,) = self._db.execute(
                "SELECT fingerprint FROM reading WHERE article = ? AND basis = 'alone' ORDER BY number DESC LIMIT 1",
                (number,),
            ).fetchone()
            if last == fingerprint:
                return False
        else:
            number = self._insert(
                "INSERT INTO article (id, digest, text, source, run) VALUES (?, ?, ?, ?, ?)",
                (article.id, article.digest, article.text, article.source, self._this_run()),
            )
        self._add_reading(number, fingerprint, reading, rows, "alone")
        self._db.execute("INSERT OR IGNORE INTO pending (article) VALUES (?)", (article.id,))
        return True

    def _add_reading(self, article: int, fingerprint: str, reading: Reading, rows: tuple[str, ...], basis: str) -> int:
        parts, meta, sentences, balance, *contents = rows
        number = self._insert(
            "INSERT INTO reading (article, fingerprint, parts, meta, sentences, balance, run, basis) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (article, fingerprint, parts, meta, sentences, balance, self._this_run(), basis),
        )
        cut = len(reading.claims)
        self._db.executemany(
            "INSERT INTO claim (reading, position, id, type, content) VALUES (?, ?, ?, ?, ?)",
            [(number, n, c.id, c.type, contents[n]) for n, c in enumerate(reading.claims)],
        )
        self._db.executemany(
            "INSERT INTO gap (reading, position, reason, content) VALUES (?, ?, ?, ?)",
            [(number, n, g.reason, contents[cut + n]) for n, g in enumerate(reading.gaps)],
        )
        return number

    def _this_run(self) -> int:
        """The run's row, made with the first thing that it stores: a run that stores nothing leaves no trace."""
        if self._run is None:
            now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            self._run = self._insert("INSERT INTO run (foedus, started) VALUES (?, ?)", (self._foedus, now))
        return self._run

    def _insert(self, statement: str, values: tuple[str | int, ...]) -> int:
        (number,) = self._db.execute(f"{statement} RETURNING number", values).fetchone()
        return int(number)

    def _count(self, what: str) -> int:
        (number,) = self._db.execute(f"SELECT count(*) FROM {what}").fetchone()  # noqa: S608 (words of ours)
        return int(number)

    def _readings(self, query: str, *values: str | int) -> Iterator[Reading]:
        with translated(self.where):
            for row in self._db.execute(query, values):
                yield self._reading(row)

    def _reading(self, row: Row) -> Reading:
        number, id_, digest, text, source, parts, meta, sentences, balance = row
        about = msgspec.json.decode(meta, type=_Meta)
        article = Article(
            id=id_,
            text=text,
            parts=msgspec.json.decode(parts, type=tuple[Part, ...]),
            language=about.language,
            title=about.title,
            outlet=about.outlet,
            published=about.published,
            source=source,
            digest=digest,
            notes=about.notes,
        )
        return Reading(
            article,
            tuple(msgspec.json.decode(content, type=Claim) for content in self._contents("claim", number)),
            tuple(msgspec.json.decode(content, type=Gap) for content in self._contents("gap", number)),
            msgspec.json.decode(sentences, type=tuple[Span, ...]),
            msgspec.json.decode(balance, type=Balance),
        )

    def _contents(self, table: str, reading: int) -> list[str]:
        query = f"SELECT content FROM {table} WHERE reading = ? ORDER BY position"  # noqa: S608 (a name of ours)
        return [content for (content,) in self._db.execute(query, (reading,))]


def _fingerprint(rows: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(rows).encode("utf-8")).hexdigest()


def _rows(reading: Reading) -> tuple[str, ...]:
    """Parts, meta, sentences, balance, then each claim and each gap, as JSON."""
    article = reading.article
    meta = _Meta(article.language, article.title, article.outlet, article.published, article.notes)
    values = (article.parts, meta, reading.sentences, reading.balance, *reading.claims, *reading.gaps)
    return tuple(msgspec.json.encode(value).decode("utf-8") for value in values)
