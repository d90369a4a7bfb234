-- How many reactions stand below which message of a channel, as Telegram counted last; who reacted
-- it does not tell.
CREATE TABLE reaction_count (
  channel TEXT NOT NULL COLLATE NOCASE,
  message_id INTEGER NOT NULL,
  reactions INTEGER NOT NULL CHECK (reactions >= 0),
  counted_at TEXT NOT NULL,
  PRIMARY KEY (channel, message_id)
) WITHOUT ROWID;

-- What several readers of one day looked for in vain; nothing here says who. The row without words
-- counts all such searches of the day.
CREATE TABLE missed_search (
  day TEXT NOT NULL,
  words TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (day, words)
) WITHOUT ROWID;

CREATE INDEX history_of_channel ON history (rtrim(at, 'Z'))
  WHERE event IN ('correcting', 'withdrawn');
CREATE INDEX reader_since ON reader (rtrim(since, 'Z'));

PRAGMA user_version = 8;
