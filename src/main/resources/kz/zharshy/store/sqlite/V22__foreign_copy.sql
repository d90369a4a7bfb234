-- Programs with this bot's token that are not of this database, while they receive its updates, and
-- which copy is to publish, as an owner chose; NULL: not chosen yet, so nothing is published.

CREATE TABLE foreign_copy (
  token TEXT PRIMARY KEY,
  since TEXT NOT NULL,
  choice TEXT CHECK (choice IN ('here', 'there')),
  ended_at TEXT
) WITHOUT ROWID;

PRAGMA user_version = 22;
