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
-- 0: an editor said that it is in the channel, but not under which number; `message_id` is a guess.
ALTER TABLE delivery ADD COLUMN proven INTEGER NOT NULL DEFAULT 1 CHECK (proven IN (0, 1));

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

-- As before, but that a site may also withdraw by REPLACE what is on its way.
DROP TRIGGER article_inserted;

CREATE TRIGGER article_inserted AFTER INSERT ON article
BEGIN
  -- Left over from a row that was kept after all, and has another name by now.
  DELETE FROM predecessor WHERE external_id = NEW.external_id AND article_id <> NEW.id
    AND EXISTS (SELECT 1 FROM article WHERE id = article_id);
  INSERT INTO history (article_id, event) SELECT NEW.id, 'added'
    WHERE NOT EXISTS
      (SELECT 1 FROM predecessor WHERE external_id = NEW.external_id OR article_id = NEW.id);
  INSERT INTO history (article_id, event)
    SELECT article_id, 'changed' FROM predecessor
    WHERE changed AND (external_id = NEW.external_id OR article_id = NEW.id)
    ORDER BY external_id IS NEW.external_id DESC LIMIT 1;
  -- What is or may be in the channel, or was kept back, stays so; what failed and was not changed
  -- would fail again; and only an editor ends a review.
  UPDATE article SET
    (id, state, route, route_language, reason, revision, posted_revision, created_at) = (
      SELECT article_id,
        CASE WHEN NEW.state = 'withdrawn' THEN 'withdrawn'
          WHEN state IN ('publishing', 'published', 'held', 'withdrawn')
          OR (state = 'failed' AND NOT changed) OR (state = 'review' AND NEW.state = 'queued')
          THEN state ELSE NEW.state END,
        CASE WHEN changed AND state NOT IN ('publishing', 'published', 'withdrawn')
          THEN NULL ELSE route END,
        CASE WHEN changed AND state NOT IN ('publishing', 'published', 'withdrawn')
          THEN NULL ELSE route_language END,
        CASE WHEN state = 'failed' AND changed THEN NULL ELSE reason END,
        revision + (changed <> 0), posted_revision, created_at
      FROM predecessor WHERE external_id = NEW.external_id OR article_id = NEW.id
      ORDER BY external_id IS NEW.external_id DESC LIMIT 1)
    WHERE id = NEW.id AND EXISTS
      (SELECT 1 FROM predecessor WHERE external_id = NEW.external_id OR article_id = NEW.id);
  DELETE FROM predecessor WHERE external_id = NEW.external_id OR article_id = NEW.id;
END;

-- Articles that an outage has made late, kept back until the editors choose what becomes of them.
CREATE TABLE overdue (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL,
  found_at TEXT NOT NULL,
  decide_by TEXT NOT NULL,
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

PRAGMA user_version = 3;
