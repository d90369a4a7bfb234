-- Posts show links to the article's other versions and to the news of its story. Whatever brings
-- such a link or takes it away leaves a line here, whoever does it; the bot finds out which posts
-- have to change, since triggers cannot walk from version to version.
CREATE TABLE neighbour_moved (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL,
  story TEXT
);

-- Articles in a channel whose links may not be what they should be. `number` is the line above
-- that said so last: what happens while a post is laid out is not forgotten.
CREATE TABLE neighbour_stale (
  article_id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  number INTEGER NOT NULL
);

CREATE INDEX neighbour_stale_channel ON neighbour_stale (channel, article_id);
CREATE INDEX article_story ON article (story) WHERE story IS NOT NULL;

-- 1: only its links are to change.
ALTER TABLE delivery ADD COLUMN edit_links INTEGER NOT NULL DEFAULT 0 CHECK (edit_links IN (0, 1));

CREATE TRIGGER neighbour_delivered AFTER UPDATE OF state, edit_state, message_id ON delivery
WHEN NEW.part = 1 AND (
  (NEW.state = 'sent') <> (OLD.state = 'sent')
  OR (NEW.edit_state IN ('gone', 'deleted')) <> (OLD.edit_state IN ('gone', 'deleted'))
  OR (NEW.state = 'sent' AND NEW.message_id IS NOT OLD.message_id))
BEGIN
  INSERT INTO neighbour_moved (article_id, story)
    SELECT id, story FROM article WHERE id = NEW.article_id AND (story IS NOT NULL
      OR translation_of IS NOT NULL
      OR EXISTS (SELECT 1 FROM article WHERE translation_of = NEW.article_id));
END;

CREATE TRIGGER neighbour_withdrawn AFTER UPDATE OF state ON article
WHEN (NEW.state = 'withdrawn') <> (OLD.state = 'withdrawn')
BEGIN
  INSERT INTO neighbour_moved (article_id, story) SELECT NEW.id, NEW.story
    WHERE EXISTS (SELECT 1 FROM delivery WHERE article_id = NEW.id);
END;

CREATE TRIGGER neighbour_joined
AFTER UPDATE OF id, story, translation_of, language, route_language ON article
WHEN OLD.id <> NEW.id OR OLD.story IS NOT NEW.story
  OR OLD.translation_of IS NOT NEW.translation_of
  OR coalesce(OLD.language, OLD.route_language) IS NOT coalesce(NEW.language, NEW.route_language)
BEGIN
  INSERT INTO neighbour_moved (article_id, story) SELECT NEW.id, NEW.story
    WHERE NEW.story IS NOT NULL OR NEW.translation_of IS NOT NULL
      OR OLD.story IS NOT NULL OR OLD.translation_of IS NOT NULL
      OR EXISTS (SELECT 1 FROM article WHERE translation_of = NEW.id);
  INSERT INTO neighbour_moved (article_id, story) SELECT NEW.id, OLD.story
    WHERE OLD.story IS NOT NULL AND OLD.story IS NOT NEW.story;
  INSERT INTO neighbour_moved (article_id) SELECT OLD.translation_of
    WHERE OLD.translation_of IS NOT NULL AND OLD.translation_of IS NOT NEW.translation_of;
END;

-- A row that is replaced goes without a word of its own.
CREATE TRIGGER neighbour_replaced BEFORE INSERT ON article
BEGIN
  INSERT INTO neighbour_moved (article_id, story) SELECT id, story FROM article
    WHERE (external_id = NEW.external_id OR id = NEW.id)
      AND (story IS NOT NULL OR translation_of IS NOT NULL);
  INSERT INTO neighbour_moved (article_id) SELECT translation_of FROM article
    WHERE (external_id = NEW.external_id OR id = NEW.id) AND translation_of IS NOT NULL;
END;

CREATE TRIGGER neighbour_inserted AFTER INSERT ON article WHEN NEW.translation_of IS NOT NULL
BEGIN
  INSERT INTO neighbour_moved (article_id, story) VALUES (NEW.id, NEW.story);
END;

CREATE TRIGGER neighbour_deleted AFTER DELETE ON article
WHEN OLD.story IS NOT NULL OR OLD.translation_of IS NOT NULL
  OR EXISTS (SELECT 1 FROM article WHERE translation_of = OLD.id)
BEGIN
  INSERT INTO neighbour_moved (article_id, story) VALUES (OLD.id, OLD.story);
  INSERT INTO neighbour_moved (article_id) SELECT OLD.translation_of
    WHERE OLD.translation_of IS NOT NULL;
END;

PRAGMA user_version = 9;
