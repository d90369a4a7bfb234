-- The words of the archive, for searches.

-- The row of archive_words; NULL: not read yet.
ALTER TABLE archive ADD COLUMN place INTEGER;
CREATE UNIQUE INDEX archive_place ON archive (place);

-- Articles whose words have to be read (again).
CREATE TABLE archive_stale (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL
);

CREATE TRIGGER archive_row_came AFTER INSERT ON archive
BEGIN
  INSERT INTO archive_stale (article_id) VALUES (NEW.article_id);
END;

CREATE TRIGGER archive_row_changed AFTER UPDATE OF version ON archive
BEGIN
  INSERT INTO archive_stale (article_id) VALUES (NEW.article_id);
END;

-- All stems that ever stood in the archive.
CREATE TABLE archive_word (
  language TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (language, word)
) WITHOUT ROWID;

-- Which stems stand in which articles, and no more. An entry is a word behind its language and
-- whether it is a headline's, so that the list of a word holds nothing that a search would have to
-- pass over. A row's number is its language (2 bits), the second of its coming out (34 bits) and
-- the article's number (20 bits), so that a search walks from the newest.
CREATE VIRTUAL TABLE archive_words USING fts5(
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

-- A search looks for its words in each piece of the index, so two that are alike in size become
-- one.
INSERT INTO archive_words (archive_words, rank) VALUES ('automerge', 2);
INSERT INTO archive_words (archive_words, rank) VALUES ('usermerge', 2);

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

-- A search goes with a few words from block to block: the sets of a word lie side by side.
CREATE TABLE archive_bits (
  word TEXT NOT NULL,
  block INTEGER NOT NULL,
  slots BLOB NOT NULL,
  PRIMARY KEY (word, block)
) WITHOUT ROWID;

CREATE INDEX archive_bits_block ON archive_bits (block);

PRAGMA user_version = 18;
