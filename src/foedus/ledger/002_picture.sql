-- The picture: what the readings come to, kept so that one article more changes its own families only. Unlike the tables
-- before, it is made anew from them whenever they, or the rules, change.

-- A reading of basis 'context' was made again with a date that other articles give.
ALTER TABLE reading ADD COLUMN basis TEXT NOT NULL DEFAULT 'alone';

CREATE TABLE rules (
    fingerprint TEXT NOT NULL          -- of the rules and packs by which the picture was made; one row
) STRICT;

CREATE TABLE pending (
    article TEXT PRIMARY KEY           -- id of an article that the picture does not hold as it is stored now
) STRICT, WITHOUT ROWID;

CREATE TABLE filed (
    article TEXT PRIMARY KEY,          -- id
    version INTEGER NOT NULL,          -- number of the version that the picture holds
    reading INTEGER NOT NULL           -- number of its reading
) STRICT, WITHOUT ROWID;
CREATE INDEX filed_by_version ON filed (version);

CREATE TABLE filing (
    reading INTEGER NOT NULL,
    position INTEGER NOT NULL,         -- with it, the claim
    family TEXT NOT NULL,              -- key of all claims that can be of one event or dispute
    modality TEXT NOT NULL,
    published TEXT,                    -- EDTF, of the article
    sentence TEXT NOT NULL,
    PRIMARY KEY (reading, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX filing_by_family ON filing (family);

CREATE TABLE imprint (
    article TEXT PRIMARY KEY,          -- id
    about TEXT NOT NULL,               -- JSON: its date, outlet and credit
    shingles BLOB NOT NULL,            -- numbers of its runs of five words, 8 bytes each, in the machine's order
    voice TEXT NOT NULL                -- JSON: whose word its own assertions are, and why
) STRICT;

CREATE TABLE shingle (
    number INTEGER NOT NULL,           -- a shingle under which the article is looked up
    article TEXT NOT NULL,
    PRIMARY KEY (number, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
    earlier TEXT NOT NULL,             -- ids of two articles, of which the shorter is contained in the other
    later TEXT NOT NULL,
    share REAL NOT NULL,               -- to this share, 0 to 1
    PRIMARY KEY (earlier, later)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_by_later ON link (later);

CREATE TABLE undated (
    article TEXT PRIMARY KEY,          -- id of an article whose own text gives no date
    evidence TEXT NOT NULL             -- fingerprint of what other articles told when it was last dated
) STRICT, WITHOUT ROWID;

CREATE TABLE awaited (
    article TEXT NOT NULL,             -- id of an undated article
    family TEXT NOT NULL,              -- a family of claims that may help to date it
    PRIMARY KEY (article, family)
) STRICT, WITHOUT ROWID;
CREATE INDEX awaited_by_family ON awaited (family);

CREATE TABLE finding (
    family TEXT NOT NULL,
    kind TEXT NOT NULL,                -- 'event', 'dispute' …
    id TEXT NOT NULL,
    content TEXT NOT NULL,             -- JSON, as in docs/formats.md
    PRIMARY KEY (family, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_by_id ON finding (kind, id);

CREATE TABLE finding_key (
    key TEXT NOT NULL,                 -- what a question asks for: a type with a treaty, with who takes part, with a place
    id TEXT NOT NULL,                  -- of an event
    family TEXT NOT NULL,
    PRIMARY KEY (key, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_key_by_family ON finding_key (family);

CREATE TABLE told (
    treaty TEXT NOT NULL,              -- id of a treaty of which events of the family speak
    family TEXT NOT NULL,
    claims INTEGER NOT NULL,           -- how many claims they have
    sides TEXT NOT NULL,               -- who takes part in them, with spaces between
    PRIMARY KEY (treaty, family)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_by_family ON told (family);

INSERT INTO pending SELECT DISTINCT id FROM article;

DROP VIEW version;
CREATE VIEW version AS
SELECT r.number AS reading, a.number AS article, a.id, a.digest, a.text, a.source,
    r.parts, r.meta, r.sentences, r.balance,
    a.number = (SELECT max(b.number) FROM article b WHERE b.id = a.id) AS latest
FROM article a
JOIN reading r ON r.number = coalesce(
    (SELECT f.reading FROM filed f WHERE f.version = a.number),
    (SELECT max(s.number) FROM reading s WHERE s.article = a.number AND s.basis = 'alone'));

CREATE VIEW event AS SELECT id, family, json_extract(content, '$.type') AS type, content FROM finding WHERE kind = 'event';
CREATE VIEW dispute AS SELECT id, family, json_extract(content, '$.event') AS event, content FROM finding WHERE kind = 'dispute';
