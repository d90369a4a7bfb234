-- The newsroom hears what happens although chats change their numbers and nobody can be reached.

-- Groups that became supergroups.
CREATE TABLE moved_chat (
  chat INTEGER PRIMARY KEY,
  moved_to INTEGER NOT NULL,
  at TEXT NOT NULL
);

-- What could not be told to anybody yet; the bot keeps the newest few hundred.
CREATE TABLE kept_notice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  question INTEGER NOT NULL CHECK (question IN (0, 1)),
  message TEXT NOT NULL
);

PRAGMA user_version = 23;
