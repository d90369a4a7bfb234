-- The messages of which Telegram told: people's, as a bot is told of none of its own. A post in
-- doubt that says the same as one of them is not taken for it.
CREATE TABLE person_post (
  channel TEXT NOT NULL COLLATE NOCASE,
  message_id INTEGER NOT NULL,
  PRIMARY KEY (channel, message_id)
) WITHOUT ROWID;

PRAGMA user_version = 7;
