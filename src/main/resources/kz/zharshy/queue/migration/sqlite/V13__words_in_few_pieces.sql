-- A search looks for its words in each piece of the index, so two that are alike in size become one.
INSERT INTO archive_words (archive_words, rank) VALUES ('automerge', 2);
INSERT INTO archive_words (archive_words, rank) VALUES ('usermerge', 2);

PRAGMA user_version = 13;
