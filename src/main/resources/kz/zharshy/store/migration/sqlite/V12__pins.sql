-- Posts that are or were to be pinned in their channel.
CREATE TABLE pin (
  article_id INTEGER PRIMARY KEY,
  -- `pin_until` as the article's source said it last: only another time goes over an editor's word.
  site TEXT,
  -- Until when it is to be pinned; NULL: it is not to be.
  until TEXT,
  -- `pinning` and `unpinning` are committed before the call is made.
  state TEXT NOT NULL DEFAULT 'off' CHECK (state IN ('off', 'pinning', 'pinned', 'unpinning')),
  channel TEXT,
  message_id INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  begun_at TEXT,
  CHECK (state = 'off' OR (channel IS NOT NULL AND message_id IS NOT NULL))
);

CREATE INDEX pin_open ON pin (article_id) WHERE until IS NOT NULL OR state <> 'off';
CREATE INDEX pin_begun ON pin (channel, rtrim(begun_at, 'Z')) WHERE begun_at IS NOT NULL;

INSERT INTO pin (article_id, site, until)
  SELECT id, pin_until, pin_until FROM article
    WHERE pin_until IS NOT NULL AND state <> 'withdrawn';

CREATE TRIGGER pin_inserted AFTER INSERT ON article WHEN NEW.pin_until IS NOT NULL
BEGIN
  INSERT INTO pin (article_id) SELECT NEW.id
    WHERE NOT EXISTS (SELECT 1 FROM pin WHERE article_id = NEW.id);
  UPDATE pin SET site = NEW.pin_until, until = NEW.pin_until, tries = 0
    WHERE article_id = NEW.id AND site IS NOT NEW.pin_until;
END;

-- A row that was replaced takes the number of the one before it.
CREATE TRIGGER pin_changed AFTER UPDATE OF id, pin_until ON article
WHEN OLD.pin_until IS NOT NEW.pin_until OR (OLD.id <> NEW.id AND NEW.pin_until IS NOT NULL)
BEGIN
  DELETE FROM pin WHERE article_id = OLD.id AND OLD.id <> NEW.id;
  INSERT INTO pin (article_id) SELECT NEW.id
    WHERE NOT EXISTS (SELECT 1 FROM pin WHERE article_id = NEW.id);
  UPDATE pin SET site = NEW.pin_until, until = NEW.pin_until, tries = 0
    WHERE article_id = NEW.id AND site IS NOT NEW.pin_until;
END;

PRAGMA user_version = 12;
