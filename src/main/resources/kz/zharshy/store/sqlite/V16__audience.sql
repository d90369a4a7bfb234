-- The audience: what readers find in the archive, what they wish for and what is sent to them.

-- The articles that came out, in the order of their coming out. The bot keeps it from the list of
-- changes; who reads it looks at the article's state, too, which may be newer.
CREATE TABLE archive (
  article_id INTEGER PRIMARY KEY,
  -- When the post came out; of an article that is only kept here, the site's date.
  at TEXT NOT NULL,
  section TEXT,
  -- NULL: of an article that left.
  language TEXT,
  -- Raised with each change of the row; no two rows have the same.
  version INTEGER NOT NULL UNIQUE,
  -- 1: the article left the archive. The row stays, so that a search index hears of it.
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
);

CREATE INDEX archive_at ON archive (rtrim(at, 'Z'), article_id);
CREATE INDEX archive_section ON archive (section, rtrim(at, 'Z'), article_id)
  WHERE section IS NOT NULL;

-- One row: which archive this is, and the newest version in it. A restored backup gets another
-- name, since its versions begin anew at an older one.
CREATE TABLE archive_state (
  archive_id TEXT NOT NULL,
  version INTEGER NOT NULL
);

INSERT INTO archive_state (archive_id, version) VALUES (lower(hex(randomblob(16))), 0);

-- What is kept of a reader, and only of one who asked for something to be kept.
CREATE TABLE reader (
  user_id INTEGER PRIMARY KEY,
  -- Chosen; NULL: the one of the reader's Telegram.
  language TEXT CHECK (language IN ('kk', 'ru', 'en')),
  -- NULL: the newsroom's.
  zone TEXT,
  digest TEXT NOT NULL DEFAULT 'off' CHECK (digest IN ('off', 'daily', 'weekly')),
  -- On that reader's clock.
  digest_hour INTEGER NOT NULL DEFAULT 9 CHECK (digest_hour BETWEEN 0 AND 23),
  -- Languages of the articles, with commas; empty: the reader's.
  digest_languages TEXT NOT NULL DEFAULT '',
  -- A JSON array of names; empty: all sections.
  digest_sections TEXT NOT NULL DEFAULT '[]',
  -- When the next one is due.
  digest_at TEXT,
  -- What is followed is told by day only.
  quiet INTEGER NOT NULL DEFAULT 1 CHECK (quiet IN (0, 1)),
  -- Not before, so that who follows much gets a bundle.
  tell_at TEXT,
  since TEXT NOT NULL
);

CREATE INDEX reader_digest ON reader (rtrim(digest_at, 'Z'), user_id) WHERE digest_at IS NOT NULL;
CREATE INDEX reader_tell ON reader (rtrim(tell_at, 'Z'), user_id) WHERE tell_at IS NOT NULL;
CREATE INDEX reader_since ON reader (rtrim(since, 'Z'));

-- What readers follow. The key is the name as it is compared.
CREATE TABLE follow (
  user_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('section', 'tag', 'word', 'breaking')),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (user_id, kind, key)
) WITHOUT ROWID;

CREATE INDEX follow_key ON follow (kind, key, user_id);

-- Articles that came out and whose followers are yet to be found.
CREATE TABLE article_out (
  article_id INTEGER PRIMARY KEY
);

-- Articles that a reader follows and was not told of yet.
CREATE TABLE followed (
  user_id INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  PRIMARY KEY (user_id, article_id)
) WITHOUT ROWID;

-- What goes to many readers, prepared once; gone when it has reached all of them.
CREATE TABLE mailing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  payload TEXT NOT NULL
);

-- One for each reader, until it is sent. `sending` is committed before the call is made.
CREATE TABLE letter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  mailing_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending')),
  -- The highest number of a message to any reader that is known then.
  highest_before INTEGER NOT NULL DEFAULT 0,
  UNIQUE (mailing_id, user_id)
);

CREATE INDEX letter_reader ON letter (user_id);
CREATE INDEX letter_sending ON letter (id) WHERE state = 'sending';

-- Which reader suggested an article, so that the answer comes back. The article's history does not
-- name readers.
CREATE TABLE suggestion (
  article_id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL
);

CREATE INDEX suggestion_person ON suggestion (user_id, article_id);

-- What several readers of one day looked for in vain; nothing here says who. The row without words
-- counts all such searches of the day.
CREATE TABLE missed_search (
  day TEXT NOT NULL,
  words TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (day, words)
) WITHOUT ROWID;

-- Updates from Telegram, in the order of their coming. The order is not that of update_id: after a
-- quiet week Telegram begins anew at a random number.
CREATE TABLE telegram_update (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  update_id INTEGER NOT NULL UNIQUE,
  received_at TEXT NOT NULL,
  -- Emptied once it is answered; only its number has to be known again.
  json TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  finished_at TEXT
);

CREATE INDEX telegram_update_waiting ON telegram_update (seq) WHERE state = 'waiting';
CREATE INDEX telegram_update_finished ON telegram_update (rtrim(finished_at, 'Z'))
  WHERE finished_at IS NOT NULL;

PRAGMA user_version = 16;
