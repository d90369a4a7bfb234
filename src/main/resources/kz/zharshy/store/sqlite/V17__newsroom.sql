-- The newsroom: its people, what they decided, what they did, and the feeds that they read.

-- Owners are not here: the settings name them.
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

-- What an editor or a reader was asked and has not answered yet; one question a person.
CREATE TABLE dialogue (
  user_id INTEGER PRIMARY KEY,
  asked TEXT NOT NULL,
  since TEXT NOT NULL
);

-- What the editors decided about a channel's timetable. NULL: as the settings say.
CREATE TABLE channel_rule (
  channel TEXT PRIMARY KEY COLLATE NOCASE,
  timetable TEXT,
  paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  changed_at TEXT NOT NULL
);

-- Who did what, and who tried to. Nothing is ever changed or deleted here. A stranger who tried
-- what only the newsroom may do can ask to be forgotten: such a line keeps the attempt and its
-- command, and what names the person stands apart in `attempt`. The view `audit` shows both.
CREATE TABLE audit_line (
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

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit_line
BEGIN
  SELECT RAISE(ABORT, 'the audit is never changed');
END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit_line
BEGIN
  SELECT RAISE(ABORT, 'nothing is deleted from the audit');
END;

CREATE TABLE attempt (
  line_id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL,
  who TEXT NOT NULL,
  deed TEXT NOT NULL
);

CREATE INDEX attempt_person ON attempt (user_id, line_id);

CREATE VIEW audit AS
  SELECT audit_line.id, update_id, at,
      coalesce(attempt.user_id, audit_line.user_id) AS user_id,
      coalesce(attempt.who, audit_line.who) AS who,
      role,
      coalesce(attempt.deed, audit_line.deed) AS deed,
      done
    FROM audit_line LEFT JOIN attempt ON attempt.line_id = audit_line.id;

-- The feeds that are polled: what their servers want to be asked with, when the next poll is due,
-- and how many in a row went wrong.
CREATE TABLE feed (
  url TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  next_poll_at TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  fault TEXT,
  -- 1: it was read once, so that what is new is known.
  begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1))
);

-- What was seen in them.
CREATE TABLE feed_item (
  feed TEXT NOT NULL,
  item TEXT NOT NULL,
  address TEXT,
  fingerprint TEXT NOT NULL,
  -- The external id of the article that the item became; NULL if it was old at the first poll,
  -- filtered out, or known from elsewhere.
  article TEXT,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (feed, item)
);

CREATE INDEX feed_item_address ON feed_item (address, feed) WHERE address IS NOT NULL;
CREATE INDEX feed_item_seen ON feed_item (feed, rtrim(seen_at, 'Z'));

PRAGMA user_version = 17;
