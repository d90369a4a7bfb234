-- Searches of a large archive: the index keeps which words stand in which articles, and no more.
-- An entry is a word behind its language and whether it is a headline's, so that the list of a
-- word holds nothing that a search would have to pass over.
DROP TABLE archive_words;

CREATE VIRTUAL TABLE archive_words USING fts5(
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

-- The lists of common words are too long to be compared. Blocks divide the places into stretches
-- of at most 4,096 articles; in each an article has a slot, and a common word the set of the slots
-- of the articles in which it stands.
CREATE TABLE archive_block (
  id INTEGER PRIMARY KEY,
  -- It reaches to the first place of the next.
  first INTEGER NOT NULL UNIQUE,
  -- Slots are given once; those of articles taken out stay empty until the block is divided.
  used INTEGER NOT NULL
);

CREATE TABLE archive_slot (
  -- The row of archive_words.
  place INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL,
  block INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  -- The article's words in their order, two bytes for each: for phrases.
  words BLOB NOT NULL,
  UNIQUE (block, slot)
);

CREATE TABLE archive_common (word TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE archive_bits (
  block INTEGER NOT NULL,
  word TEXT NOT NULL,
  slots BLOB NOT NULL,
  PRIMARY KEY (block, word)
) WITHOUT ROWID;

-- All is read again, the newest first.
UPDATE archive SET place = NULL WHERE place IS NOT NULL;
DELETE FROM archive_stale;
INSERT INTO archive_stale (article_id) SELECT article_id FROM archive ORDER BY rtrim(at, 'Z') DESC;

PRAGMA user_version = 11;
