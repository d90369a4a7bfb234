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

-- How long Telegram wants to be left alone in a chat, as it said with a 429.
CREATE TABLE flood_wait (
  chat TEXT PRIMARY KEY,
  until TEXT NOT NULL
);

PRAGMA user_version = 2;
