-- A search looks for its words in each piece of the index, so two that are alike in size become one.
INSERT INTO archive_words (archive_words, rank) VALUES ('automerge', 2);
INSERT INTO archive_words (archive_words, rank) VALUES ('usermerge', 2);

-- A search goes with a few words from block to block: the sets of a word lie side by side.
ALTER TABLE archive_bits RENAME TO archive_bits_before;

CREATE TABLE archive_bits (
  word TEXT NOT NULL,
  block INTEGER NOT NULL,
  slots BLOB NOT NULL,
  PRIMARY KEY (word, block)
) WITHOUT ROWID;

INSERT INTO archive_bits (word, block, slots)
  SELECT word, block, slots FROM archive_bits_before ORDER BY word, block;

DROP TABLE archive_bits_before;

CREATE INDEX archive_bits_block ON archive_bits (block);

PRAGMA user_version = 13;
