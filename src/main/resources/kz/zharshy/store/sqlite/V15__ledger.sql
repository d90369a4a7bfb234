-- The ledger: what goes to the channels, what has arrived there and what is to become of it.

-- One row for each part of each post. It has no foreign key to `article`: what was sent stays known
-- when another program replaces or deletes the article's row.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL,
  part INTEGER NOT NULL CHECK (part >= 1),
  parts INTEGER NOT NULL CHECK (parts >= part),
  channel TEXT NOT NULL,
  -- `sending` is committed before the call is made.
  state TEXT NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'sending', 'sent', 'refused', 'unknown')),
  -- What goes out, or what stands in the channel now.
  method TEXT NOT NULL,
  payload TEXT NOT NULL,
  payload_hash TEXT NOT NULL CHECK (length(payload_hash) = 64),
  -- The highest message id that was known in the channel when the sending began.
  highest_before INTEGER NOT NULL DEFAULT 0,
  message_id INTEGER,
  -- An album takes several numbers.
  last_message_id INTEGER,
  error TEXT,
  sending_at TEXT,
  sent_at TEXT,
  -- What becomes of a part that is in the channel, where its article was corrected or withdrawn.
  -- `edit_number` counts what was wanted, so that an edit's end is never taken for a later one's.
  edit_state TEXT NOT NULL DEFAULT 'none'
    CHECK (edit_state IN ('none', 'pending', 'done', 'refused', 'gone', 'deleted')),
  wanted_method TEXT CHECK (edit_state <> 'pending' OR wanted_method IS NOT NULL),
  wanted_payload TEXT CHECK (edit_state <> 'pending' OR wanted_payload IS NOT NULL),
  edit_number INTEGER NOT NULL DEFAULT 0,
  edit_tries INTEGER NOT NULL DEFAULT 0,
  edit_begun_at TEXT,
  edit_error TEXT,
  -- 1: only its links are to change.
  edit_links INTEGER NOT NULL DEFAULT 0 CHECK (edit_links IN (0, 1)),
  -- 1: a correction's, of an article that was out already.
  added INTEGER NOT NULL DEFAULT 0 CHECK (added IN (0, 1)),
  -- 0: an editor said that it is in the channel, but not under which number; `message_id` is a
  -- guess.
  proven INTEGER NOT NULL DEFAULT 1 CHECK (proven IN (0, 1)),
  UNIQUE (article_id, part),
  CHECK (state <> 'sent' OR (message_id IS NOT NULL AND sent_at IS NOT NULL))
);

CREATE INDEX delivery_in_doubt ON delivery (rtrim(sending_at, 'Z'), id)
  WHERE state IN ('sending', 'unknown');
CREATE INDEX delivery_latest ON delivery (rtrim(sent_at, 'Z'), id)
  WHERE part = 1 AND state = 'sent';
CREATE INDEX delivery_message ON delivery (channel, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX delivery_begun ON delivery (channel, rtrim(sending_at, 'Z'));
-- What is withdrawn goes before what is corrected.
CREATE INDEX delivery_to_edit ON delivery (channel, wanted_method <> 'nothing', id)
  WHERE edit_state = 'pending';
CREATE INDEX delivery_edit_begun ON delivery (channel, rtrim(edit_begun_at, 'Z'))
  WHERE edit_begun_at IS NOT NULL;

CREATE TRIGGER change_of_post AFTER UPDATE OF state, edit_state, message_id ON delivery
WHEN (NEW.state = 'sent') <> (OLD.state = 'sent')
  OR (NEW.edit_state IN ('gone', 'deleted')) <> (OLD.edit_state IN ('gone', 'deleted'))
  OR (NEW.state = 'sent' AND NEW.message_id IS NOT OLD.message_id)
BEGIN
  INSERT INTO change (article_id, what)
    SELECT NEW.article_id,
      CASE WHEN NEW.state = 'sent' AND OLD.state <> 'sent' THEN 'sent' ELSE 'moved' END;
END;

-- Posts that lead to others, whose links may not be what they should be. `number` is the change
-- that said so last: what happens while a post is laid out is not forgotten.
CREATE TABLE related_stale (
  article_id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  number INTEGER NOT NULL
);

CREATE INDEX related_stale_channel ON related_stale (channel, article_id);

-- Posts that are or were to be pinned in their channel.
CREATE TABLE pin (
  article_id INTEGER PRIMARY KEY,
  -- `pin_until` as the article's source said it last: only another time goes over an editor's word.
  site TEXT,
  -- Until when it is to be pinned; NULL: it is not to be.
  until TEXT,
  -- `pinning` and `unpinning` are committed before the call is made.
  state TEXT NOT NULL DEFAULT 'off' CHECK (state IN ('off', 'pinning', 'pinned', 'unpinning')),
  channel TEXT,
  message_id INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  begun_at TEXT,
  CHECK (state = 'off' OR (channel IS NOT NULL AND message_id IS NOT NULL))
);

CREATE INDEX pin_open ON pin (article_id) WHERE until IS NOT NULL OR state <> 'off';
CREATE INDEX pin_begun ON pin (channel, rtrim(begun_at, 'Z')) WHERE begun_at IS NOT NULL;

-- The highest message id seen in each channel, whoever wrote it.
CREATE TABLE channel (
  name TEXT PRIMARY KEY COLLATE NOCASE,
  highest_message_id INTEGER NOT NULL
);

-- The messages of which Telegram told: people's, as a bot is told of none of its own. A post in
-- doubt that says the same as one of them is not taken for it.
CREATE TABLE person_post (
  channel TEXT NOT NULL COLLATE NOCASE,
  message_id INTEGER NOT NULL,
  PRIMARY KEY (channel, message_id)
) WITHOUT ROWID;

-- How many reactions stand below which message of a channel, as Telegram counted last; who reacted
-- it does not tell.
CREATE TABLE reaction_count (
  channel TEXT NOT NULL COLLATE NOCASE,
  message_id INTEGER NOT NULL,
  reactions INTEGER NOT NULL CHECK (reactions >= 0),
  counted_at TEXT NOT NULL,
  PRIMARY KEY (channel, message_id)
) WITHOUT ROWID;

-- Articles that an outage has made late, kept back until the editors choose what becomes of them.
CREATE TABLE overdue (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL,
  found_at TEXT NOT NULL,
  decide_by TEXT NOT NULL,
  -- NULL: not chosen yet.
  choice TEXT CHECK (choice IN ('all', 'newest', 'digest', 'drop')),
  CHECK (rtrim(decide_by, 'Z') >= rtrim(found_at, 'Z'))
);

CREATE INDEX overdue_undecided ON overdue (channel, id) WHERE choice IS NULL;

CREATE TABLE overdue_article (
  overdue_id INTEGER NOT NULL REFERENCES overdue (id),
  article_id INTEGER NOT NULL,
  due TEXT NOT NULL,
  PRIMARY KEY (overdue_id, article_id)
) WITHOUT ROWID;

-- How long Telegram wants to be left alone in a chat, as it said with a 429.
CREATE TABLE flood_wait (
  chat TEXT PRIMARY KEY,
  until TEXT NOT NULL
);

-- Which of several running copies of the bot publishes. Each change of hands raises the fence; a
-- copy that still believes in an older one starts no call any more.
CREATE TABLE lease (
  name TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  host TEXT NOT NULL,
  -- The name space of its process number; containers have numbers of their own.
  space TEXT NOT NULL,
  pid INTEGER NOT NULL,
  -- When the holder's process began, in milliseconds since 1970; 0 where the machine cannot tell.
  started INTEGER NOT NULL,
  fence INTEGER NOT NULL,
  since TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

PRAGMA user_version = 15;
