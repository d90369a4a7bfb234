-- What the editors decided about a channel's timetable. NULL: as the settings say.
CREATE TABLE channel_rule (
  channel TEXT PRIMARY KEY COLLATE NOCASE,
  timetable TEXT,
  paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  changed_at TEXT NOT NULL
);

-- The newsroom. Owners are not here: the settings name them.
CREATE TABLE team_member (
  user_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('editor', 'author')),
  since TEXT NOT NULL
);

-- An invitation is good for one person until it expires. The secret itself is only in the link.
CREATE TABLE invitation (
  secret_hash TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('editor', 'author')),
  invited_by INTEGER NOT NULL,
  expires_at TEXT NOT NULL,
  taken_by INTEGER
);

-- Who did what, and who tried to. Nothing is ever changed or deleted here.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The update that asked for it: the same update leaves one line however often it is handled.
  update_id INTEGER UNIQUE,
  at TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  deed TEXT NOT NULL,
  done INTEGER NOT NULL CHECK (done IN (0, 1))
);

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is never changed');
END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'nothing is deleted from the audit');
END;

-- What an editor was asked and has not answered yet; one question a person.
CREATE TABLE dialogue (
  user_id INTEGER PRIMARY KEY,
  asked TEXT NOT NULL,
  since TEXT NOT NULL
);

PRAGMA user_version = 5;
