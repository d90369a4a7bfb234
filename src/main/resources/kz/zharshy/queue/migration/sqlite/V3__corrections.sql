-- What a part that is in the channel is to become, where its article was corrected or withdrawn.
-- `method` and `payload` always say what is there now. `edit_number` counts what was wanted, so
-- that an edit's end is never taken for that of a later one.
ALTER TABLE delivery ADD COLUMN edit_state TEXT NOT NULL DEFAULT 'none'
  CHECK (edit_state IN ('none', 'pending', 'done', 'refused', 'gone', 'deleted'));
ALTER TABLE delivery ADD COLUMN wanted_method TEXT
  CHECK (edit_state <> 'pending' OR wanted_method IS NOT NULL);
ALTER TABLE delivery ADD COLUMN wanted_payload TEXT
  CHECK (edit_state <> 'pending' OR wanted_payload IS NOT NULL);
ALTER TABLE delivery ADD COLUMN edit_number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN edit_tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN edit_begun_at TEXT;
ALTER TABLE delivery ADD COLUMN edit_error TEXT;
-- 1: a correction's, of an article that was out already.
ALTER TABLE delivery ADD COLUMN added INTEGER NOT NULL DEFAULT 0 CHECK (added IN (0, 1));

-- What is withdrawn goes before what is corrected.
CREATE INDEX delivery_to_edit ON delivery (channel, wanted_method <> 'deleteMessage', id)
  WHERE edit_state = 'pending';
CREATE INDEX delivery_edit_begun ON delivery (channel, rtrim(edit_begun_at, 'Z'))
  WHERE edit_begun_at IS NOT NULL;
CREATE INDEX article_to_correct ON article (route, id)
  WHERE state = 'published' AND revision > posted_revision;

-- Whoever withdraws an article, its parts leave the channel.
CREATE TRIGGER article_withdrawn AFTER UPDATE OF state ON article
-- A replaced row comes as withdrawn already and takes the number of the row that it follows.
WHEN NEW.state = 'withdrawn' AND (OLD.state <> 'withdrawn' OR OLD.id <> NEW.id)
BEGIN
  UPDATE delivery SET edit_state = 'pending', wanted_method = 'deleteMessage',
      wanted_payload = '{}', edit_number = edit_number + 1, edit_tries = 0, edit_error = NULL
    WHERE article_id = NEW.id AND state = 'sent' AND edit_state NOT IN ('gone', 'deleted')
      AND NOT (edit_state = 'pending' AND wanted_method = 'deleteMessage');
END;

-- A part that was on its way meanwhile follows them.
CREATE TRIGGER delivery_of_withdrawn AFTER UPDATE OF state ON delivery
WHEN NEW.state = 'sent' AND OLD.state <> 'sent'
  AND EXISTS (SELECT 1 FROM article WHERE id = NEW.article_id AND state = 'withdrawn')
BEGIN
  UPDATE delivery SET edit_state = 'pending', wanted_method = 'deleteMessage',
      wanted_payload = '{}', edit_number = edit_number + 1, edit_tries = 0, edit_error = NULL
    WHERE id = NEW.id;
END;

PRAGMA user_version = 3;
