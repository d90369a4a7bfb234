-- The archive: the articles that came out, in the order of their coming out. Triggers fill it,
-- whoever publishes; those that were withdrawn stay until the bot clears them away, so who reads it
-- looks at the article's state, too.
CREATE TABLE archive (
  article_id INTEGER PRIMARY KEY,
  -- When the post came out; of an article that is only kept here, the site's date.
  at TEXT NOT NULL,
  section TEXT,
  -- NULL: not recognised yet.
  language TEXT,
  -- The row of archive_words; NULL: not read yet.
  place INTEGER UNIQUE
);

CREATE INDEX archive_at ON archive (rtrim(at, 'Z'), article_id);
CREATE INDEX archive_section ON archive (section, rtrim(at, 'Z'), article_id)
  WHERE section IS NOT NULL;
CREATE INDEX article_translation ON article (translation_of) WHERE translation_of IS NOT NULL;

-- Articles whose words have to be read (again). Triggers never touch archive_words itself: other
-- programs' SQLite may be too old for it.
CREATE TABLE archive_stale (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL
);

-- The stems of folded words. A row's number is its language (2 bits), the second of its coming out
-- (34 bits) and the article's number (20 bits), so that a search walks from the newest.
CREATE VIRTUAL TABLE archive_words USING fts5(
  title, body, content = '', contentless_delete = 1, tokenize = 'ascii');

-- All stems that ever stood in the archive.
CREATE TABLE archive_word (
  language TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (language, word)
) WITHOUT ROWID;

INSERT INTO archive (article_id, at, section)
  SELECT id, coalesce(
      (SELECT sent_at FROM delivery WHERE article_id = article.id AND part = 1),
      published_at, created_at), section
    FROM article WHERE state = 'published';
INSERT INTO archive_stale (article_id) SELECT article_id FROM archive ORDER BY at DESC;

CREATE TRIGGER archive_inserted AFTER INSERT ON article WHEN NEW.state = 'published'
BEGIN
  INSERT INTO archive (article_id, at, section)
    SELECT NEW.id, coalesce(NEW.published_at, NEW.created_at), NEW.section
    WHERE NOT EXISTS (SELECT 1 FROM archive WHERE article_id = NEW.id);
  INSERT INTO archive_stale (article_id) VALUES (NEW.id);
END;

CREATE TRIGGER archive_updated
AFTER UPDATE OF id, state, title, summary, body, body_format, language, route_language, section,
  tags, author ON article
WHEN OLD.state = 'published' OR NEW.state = 'published' OR OLD.id <> NEW.id
BEGIN
  INSERT INTO archive (article_id, at, section)
    SELECT NEW.id, coalesce(
        (SELECT sent_at FROM delivery WHERE article_id = NEW.id AND part = 1),
        NEW.published_at, NEW.created_at), NEW.section
    WHERE NEW.state = 'published'
      AND NOT EXISTS (SELECT 1 FROM archive WHERE article_id = NEW.id);
  UPDATE archive SET section = NEW.section
    WHERE article_id = NEW.id AND section IS NOT NEW.section;
  INSERT INTO archive_stale (article_id) VALUES (NEW.id);
  INSERT INTO archive_stale (article_id) SELECT OLD.id WHERE OLD.id <> NEW.id;
END;

CREATE TRIGGER archive_deleted AFTER DELETE ON article WHEN OLD.state = 'published'
BEGIN
  INSERT INTO archive_stale (article_id) VALUES (OLD.id);
END;

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

-- What readers follow. The key is the name as it is compared.
CREATE TABLE follow (
  user_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('section', 'tag', 'word', 'breaking')),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (user_id, kind, key)
) WITHOUT ROWID;

CREATE INDEX follow_key ON follow (kind, key, user_id);

-- Articles that a reader follows and was not told of yet.
CREATE TABLE followed (
  user_id INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  PRIMARY KEY (user_id, article_id)
) WITHOUT ROWID;

-- Articles that followers are yet to be found for.
CREATE TABLE article_out (
  article_id INTEGER PRIMARY KEY
);

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

CREATE TRIGGER article_came_out AFTER UPDATE OF state ON article
WHEN NEW.state = 'published' AND OLD.state = 'publishing' AND OLD.id = NEW.id
BEGIN
  INSERT INTO article_out (article_id) SELECT NEW.id
    WHERE NOT EXISTS (SELECT 1 FROM article_out WHERE article_id = NEW.id);
END;

-- What was answered is forgotten; only its number has to be known again.
UPDATE telegram_update SET json = '' WHERE state <> 'waiting';

PRAGMA user_version = 4;
