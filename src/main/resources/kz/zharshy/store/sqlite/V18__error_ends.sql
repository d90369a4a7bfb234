-- Ends of the bot because of an error, what it was at work on then, and what was set aside for it.

CREATE TABLE error_end (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  -- The class of the error.
  error TEXT NOT NULL
);

-- Kind and name say what it was: an article's number, a feed's address.
CREATE TABLE error_suspect (
  end_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (end_id, kind, name)
) WITHOUT ROWID;

-- No worker touches what stands here. Whoever takes a row away has it tried again.
CREATE TABLE set_aside (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  error TEXT NOT NULL,
  since TEXT NOT NULL,
  UNIQUE (kind, name)
);

PRAGMA user_version = 18;
