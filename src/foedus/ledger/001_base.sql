-- The ledger of one reader of news: every version of every article, and all that was read out of it.
-- Append-only: the triggers below refuse every change of what is stored.

CREATE TABLE run (
    number INTEGER PRIMARY KEY,
    foedus TEXT NOT NULL,              -- version of Foedus
    started TEXT NOT NULL              -- clock time, UTC; for people only, no output depends on it
) STRICT;

CREATE TABLE article (
    number INTEGER PRIMARY KEY,        -- one row per version, in the order of arrival
    id TEXT NOT NULL,
    digest TEXT NOT NULL,              -- SHA-256 of the text in UTF-8
    text TEXT NOT NULL,
    source TEXT NOT NULL,              -- path or address when this version first came in
    run INTEGER NOT NULL REFERENCES run (number)
) STRICT;
CREATE INDEX article_by_id ON article (id, number);

CREATE TABLE reading (
    number INTEGER PRIMARY KEY,        -- one row per reading of a version; the last one counts
    article INTEGER NOT NULL REFERENCES article (number),
    fingerprint TEXT NOT NULL,         -- SHA-256 over all below and the claims and gaps
    parts TEXT NOT NULL,               -- JSON
    meta TEXT NOT NULL,                -- JSON: language, title, outlet, published, notes
    sentences TEXT NOT NULL,           -- JSON
    balance TEXT NOT NULL,             -- JSON
    run INTEGER NOT NULL REFERENCES run (number)
) STRICT;
CREATE INDEX reading_by_article ON reading (article, number);

CREATE TABLE claim (
    reading INTEGER NOT NULL REFERENCES reading (number),
    position INTEGER NOT NULL,         -- order in the text
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    content TEXT NOT NULL,             -- JSON: the claim as in docs/formats.md
    PRIMARY KEY (reading, position)
) STRICT;
CREATE INDEX claim_by_id ON claim (id);

CREATE TABLE gap (
    reading INTEGER NOT NULL REFERENCES reading (number),
    position INTEGER NOT NULL,
    reason TEXT NOT NULL,
    content TEXT NOT NULL,             -- JSON: the gap as in docs/formats.md
    PRIMARY KEY (reading, position)
) STRICT;

-- The reading that counts of every version, and whether that version is the latest of its article.
CREATE VIEW version AS
SELECT r.number AS reading, a.number AS article, a.id, a.digest, a.text, a.source,
    r.parts, r.meta, r.sentences, r.balance,
    a.number = (SELECT max(b.number) FROM article b WHERE b.id = a.id) AS latest
FROM article a
JOIN reading r ON r.number = (SELECT max(s.number) FROM reading s WHERE s.article = a.number);

CREATE TRIGGER run_fixed BEFORE UPDATE ON run BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER run_kept BEFORE DELETE ON run BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER article_fixed BEFORE UPDATE ON article BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER article_kept BEFORE DELETE ON article BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER reading_fixed BEFORE UPDATE ON reading BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER reading_kept BEFORE DELETE ON reading BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER claim_fixed BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER claim_kept BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER gap_fixed BEFORE UPDATE ON gap BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER gap_kept BEFORE DELETE ON gap BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
