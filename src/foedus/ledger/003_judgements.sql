-- What people decided. A judgement is never changed or removed: another one revokes it.

CREATE TABLE judgement (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                -- merge, split, verdict, reject, revoke
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    time TEXT NOT NULL,                -- UTC, ISO 8601: when it was made
    content TEXT NOT NULL,             -- JSON: all of it, as in docs/formats.md
    run INTEGER NOT NULL REFERENCES run (number)
) STRICT;

CREATE TRIGGER judgement_fixed BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER judgement_kept BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- The picture: which judgements it holds, and the families that a merge brings together.

CREATE TABLE heard (
    judgement INTEGER PRIMARY KEY      -- number of a judgement that the picture holds
) STRICT;

CREATE TABLE joint (
    family TEXT PRIMARY KEY,
    lead TEXT NOT NULL                 -- the family under which all of the group are found
) STRICT, WITHOUT ROWID;
