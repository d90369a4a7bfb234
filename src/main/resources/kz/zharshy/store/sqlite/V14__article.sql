-- Articles: what the newsroom publishes, what happened to it, and what follows from that.
--
-- The table `article` is a public contract: any program may write it. Its columns, their defaults
-- and their checks keep their meaning, and a check's name is the sentence that its violator reads.
-- strftime() checks the calendar; it sees only what has the shape of a time, since by itself it
-- accepts words such as 'now'.
--
-- The schema was written anew before the first release; its numbers go on from 13, the last one of
-- the earlier schema, so that a database of that kind is told apart and refused.

CREATE TABLE article (
  -- AUTOINCREMENT: a number is never given twice, even after a DELETE.
  id INTEGER PRIMARY KEY AUTOINCREMENT
    CONSTRAINT "id is given by the queue: leave it out" CHECK (id BETWEEN 1 AND 999999999999),
  external_id TEXT UNIQUE
    CONSTRAINT "external_id must not be empty: leave it out, or give it a name"
      CHECK (external_id IS NULL OR (typeof(external_id) = 'text' AND trim(external_id) <> '')),
  -- NULL: recognised from the text.
  language TEXT
    CONSTRAINT "language must be kk, ru or en" CHECK (language IN ('kk', 'ru', 'en')),
  section TEXT,
  title TEXT NOT NULL
    -- Blank: white space, NBSP, and what shows nothing (zero width, direction marks, fillers).
    CONSTRAINT "title must not be blank" CHECK (typeof(title) = 'text' AND trim(title, char(
      9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 133, 160, 173, 847, 5760, 6158,
      8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8203, 8204, 8205, 8206,
      8207, 8232, 8233, 8234, 8235, 8236, 8237, 8238, 8239, 8287, 8288, 8289, 8290, 8291, 8292,
      8294, 8295, 8296, 8297, 10240, 12288, 12644, 65279)) <> '')
    CONSTRAINT "title must not hold a NUL character" CHECK (instr(title, char(0)) = 0)
    CONSTRAINT "title must have at most 10000 characters" CHECK (length(title) <= 10000),
  summary TEXT
    CONSTRAINT "summary must have at most 100000 characters" CHECK (length(summary) <= 100000),
  body TEXT NOT NULL DEFAULT ''
    -- length() stops at a NUL character, so the bytes are counted too.
    CONSTRAINT "body must be text of at most 2000000 characters" CHECK (typeof(body) = 'text'
      AND length(body) <= 2000000 AND length(CAST(body AS BLOB)) <= 8000000),
  body_format TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'text'
    CONSTRAINT "body_format must be text, html or markdown"
      CHECK (body_format IN ('text', 'html', 'markdown')),
  author TEXT,
  source_url TEXT
    CONSTRAINT "source_url must begin with http:// or https://"
      CHECK (lower(source_url) GLOB 'http://?*' OR lower(source_url) GLOB 'https://?*'),
  images TEXT NOT NULL ON CONFLICT REPLACE DEFAULT '[]'
    CONSTRAINT "images must be a JSON array of addresses or paths"
      CHECK (CASE WHEN json_valid(images) THEN json_type(images) = 'array' ELSE 0 END),
  tags TEXT NOT NULL ON CONFLICT REPLACE DEFAULT '[]'
    CONSTRAINT "tags must be a JSON array of words"
      CHECK (CASE WHEN json_valid(tags) THEN json_type(tags) = 'array' ELSE 0 END),
  channel TEXT,
  story TEXT,
  translation_of INTEGER
    CONSTRAINT "translation_of must be the number of an article"
      CHECK (translation_of IS NULL OR (typeof(translation_of) = 'integer' AND translation_of > 0)),
  priority TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'normal'
    CONSTRAINT "priority must be breaking, normal or low"
      CHECK (priority IN ('breaking', 'normal', 'low')),
  -- The site's date.
  published_at TEXT
    CONSTRAINT "published_at must be UTC like 2026-11-22T10:00:00Z" CHECK (CASE
      WHEN published_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9]*Z'
        AND substr(published_at, 12, 8) GLOB '[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'
      THEN strftime('%Y-%m-%dT%H:%M:%S', substr(published_at, 1, 19)) IS substr(published_at, 1, 19)
        AND (length(published_at) = 20 OR (substr(published_at, 20, 1) = '.'
          AND length(published_at) BETWEEN 22 AND 30
          AND ltrim(substr(published_at, 21), '0123456789') = 'Z'))
      ELSE published_at IS NULL END),
  -- Not before; NULL is at once.
  publish_at TEXT
    CONSTRAINT "publish_at must be UTC like 2026-11-22T10:00:00Z" CHECK (CASE
      WHEN publish_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9]*Z'
        AND substr(publish_at, 12, 8) GLOB '[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'
      THEN strftime('%Y-%m-%dT%H:%M:%S', substr(publish_at, 1, 19)) IS substr(publish_at, 1, 19)
        AND (length(publish_at) = 20 OR (substr(publish_at, 20, 1) = '.'
          AND length(publish_at) BETWEEN 22 AND 30
          AND ltrim(substr(publish_at, 21), '0123456789') = 'Z'))
      ELSE publish_at IS NULL END),
  -- Not after; NULL is never.
  expires_at TEXT
    CONSTRAINT "expires_at must be UTC like 2026-11-22T10:00:00Z" CHECK (CASE
      WHEN expires_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9]*Z'
        AND substr(expires_at, 12, 8) GLOB '[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'
      THEN strftime('%Y-%m-%dT%H:%M:%S', substr(expires_at, 1, 19)) IS substr(expires_at, 1, 19)
        AND (length(expires_at) = 20 OR (substr(expires_at, 20, 1) = '.'
          AND length(expires_at) BETWEEN 22 AND 30
          AND ltrim(substr(expires_at, 21), '0123456789') = 'Z'))
      ELSE expires_at IS NULL END),
  silent INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0
    CONSTRAINT "silent must be 0 or 1" CHECK (silent IN (0, 1)),
  pin_until TEXT
    CONSTRAINT "pin_until must be UTC like 2026-11-22T10:00:00Z" CHECK (CASE
      WHEN pin_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9]*Z'
        AND substr(pin_until, 12, 8) GLOB '[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'
      THEN strftime('%Y-%m-%dT%H:%M:%S', substr(pin_until, 1, 19)) IS substr(pin_until, 1, 19)
        AND (length(pin_until) = 20 OR (substr(pin_until, 20, 1) = '.'
          AND length(pin_until) BETWEEN 22 AND 30
          AND ltrim(substr(pin_until, 21), '0123456789') = 'Z'))
      ELSE pin_until IS NULL END),
  state TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'queued'
    CONSTRAINT "state must be draft, review, queued, held or published (or a state of the bot's)"
      CHECK (state IN ('draft', 'review', 'queued', 'publishing', 'published', 'held', 'failed',
        'withdrawn')),
  created_at TEXT NOT NULL ON CONFLICT REPLACE DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    CONSTRAINT "created_at must be UTC like 2026-11-22T10:00:00Z" CHECK (CASE
      WHEN created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9]*Z'
        AND substr(created_at, 12, 8) GLOB '[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'
      THEN strftime('%Y-%m-%dT%H:%M:%S', substr(created_at, 1, 19)) IS substr(created_at, 1, 19)
        AND (length(created_at) = 20 OR (substr(created_at, 20, 1) = '.'
          AND length(created_at) BETWEEN 22 AND 30
          AND ltrim(substr(created_at, 21), '0123456789') = 'Z'))
      ELSE created_at IS NULL END),
  updated_at TEXT NOT NULL ON CONFLICT REPLACE DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    CONSTRAINT "updated_at must be UTC like 2026-11-22T10:00:00Z" CHECK (CASE
      WHEN updated_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9]*Z'
        AND substr(updated_at, 12, 8) GLOB '[0-9][0-9]:[0-9][0-9]:[0-9][0-9]'
      THEN strftime('%Y-%m-%dT%H:%M:%S', substr(updated_at, 1, 19)) IS substr(updated_at, 1, 19)
        AND (length(updated_at) = 20 OR (substr(updated_at, 20, 1) = '.'
          AND length(updated_at) BETWEEN 22 AND 30
          AND ltrim(substr(updated_at, 21), '0123456789') = 'Z'))
      ELSE updated_at IS NULL END),

  -- What follows is the bot's own: the channel it chose, the language it recognised, why the
  -- article is where it is, how often the content was changed (from 1), and of which revision the
  -- post was made (0: none yet).
  route TEXT,
  route_language TEXT,
  reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  posted_revision INTEGER NOT NULL DEFAULT 0,

  CONSTRAINT "expires_at must be after publish_at"
    CHECK (rtrim(expires_at, 'Z') > rtrim(publish_at, 'Z'))
);

-- Times are compared without their Z, so that 10:00:00Z comes before 10:00:00.5Z.
CREATE INDEX article_at_once ON article (route, priority, rtrim(created_at, 'Z'), id)
  WHERE state = 'queued' AND publish_at IS NULL;
CREATE INDEX article_scheduled ON article (route, priority, rtrim(publish_at, 'Z'), id)
  WHERE state = 'queued' AND publish_at IS NOT NULL;
CREATE INDEX article_waiting
  ON article (priority, rtrim(coalesce(publish_at, created_at), 'Z'), id)
  WHERE state = 'queued';
CREATE INDEX article_unrouted
  ON article (priority, rtrim(coalesce(publish_at, created_at), 'Z'), id)
  WHERE state = 'queued' AND route IS NULL;
CREATE INDEX article_expiring ON article (rtrim(expires_at, 'Z'))
  WHERE state = 'queued' AND expires_at IS NOT NULL;
-- Without the queued ones: the planner would rather walk all of them than the indexes above.
CREATE INDEX article_state ON article (state, route) WHERE state <> 'queued';
CREATE INDEX article_to_correct ON article (route, id)
  WHERE state = 'published' AND revision > posted_revision;
CREATE INDEX article_translation ON article (translation_of) WHERE translation_of IS NOT NULL;
CREATE INDEX article_story ON article (story) WHERE story IS NOT NULL;
CREATE INDEX article_source_url ON article (source_url) WHERE source_url IS NOT NULL;

-- What happened to each article. Nothing is deleted but what a reader wants forgotten.
CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  -- 'bot', 'cli', 'feed', 'telegram:' and a user's number, or 'sql', which is another program.
  actor TEXT NOT NULL DEFAULT 'sql',
  event TEXT NOT NULL,
  detail TEXT
);

CREATE INDEX history_of_article ON history (article_id, id);
CREATE INDEX history_of_channel ON history (rtrim(at, 'Z'))
  WHERE event IN ('correcting', 'withdrawn');
CREATE INDEX history_person ON history (actor) WHERE actor LIKE 'telegram:%';

-- Who writes in this transaction, and when by the bot's clock. The bot puts a row here when its
-- transaction begins and takes it out before it commits, so nobody else ever sees one; the triggers
-- below write the history of every writer alike.
CREATE TABLE session (
  actor TEXT NOT NULL,
  at TEXT NOT NULL
);

CREATE TRIGGER history_is_signed AFTER INSERT ON history
WHEN EXISTS (SELECT 1 FROM session)
BEGIN
  UPDATE history SET (actor, at) = (SELECT actor, at FROM session) WHERE id = NEW.id;
END;

-- What an article was when its row was replaced (REPLACE INTO deletes the row and inserts another
-- under a new number) or deleted. The row that follows it takes its number and its state.
CREATE TABLE predecessor (
  article_id INTEGER PRIMARY KEY,
  external_id TEXT,
  state TEXT NOT NULL,
  route TEXT,
  route_language TEXT,
  reason TEXT,
  revision INTEGER NOT NULL,
  posted_revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  -- 1: its successor says something else.
  changed INTEGER NOT NULL
);

CREATE INDEX predecessor_external_id ON predecessor (external_id);

CREATE TRIGGER article_before_insert BEFORE INSERT ON article
BEGIN
  SELECT RAISE(ABORT, 'a new article must be draft, review, queued, held or published')
    WHERE NEW.state NOT IN ('draft', 'review', 'queued', 'held', 'published')
      -- A site takes an article back by inserting it again as withdrawn.
      AND NOT (NEW.state = 'withdrawn' AND EXISTS
        (SELECT 1 FROM article WHERE external_id = NEW.external_id));
  DELETE FROM predecessor WHERE article_id IN
    (SELECT id FROM article WHERE external_id = NEW.external_id OR id = NEW.id);
  INSERT INTO predecessor
    SELECT id, external_id, state, route, route_language, reason, revision, posted_revision,
      created_at,
      title IS NOT NEW.title OR body IS NOT NEW.body OR
      body_format IS NOT coalesce(NEW.body_format, 'text') OR language IS NOT NEW.language OR
      section IS NOT NEW.section OR summary IS NOT NEW.summary OR author IS NOT NEW.author OR
      source_url IS NOT NEW.source_url OR published_at IS NOT NEW.published_at OR
      images IS NOT coalesce(NEW.images, '[]') OR tags IS NOT coalesce(NEW.tags, '[]')
    FROM article WHERE external_id = NEW.external_id OR id = NEW.id;
END;

CREATE TRIGGER article_deleted AFTER DELETE ON article
WHEN OLD.state IN ('publishing', 'published', 'held', 'withdrawn')
  AND NOT EXISTS (SELECT 1 FROM predecessor WHERE article_id = OLD.id)
BEGIN
  INSERT INTO predecessor VALUES (OLD.id, OLD.external_id, OLD.state, OLD.route,
    OLD.route_language, OLD.reason, OLD.revision, OLD.posted_revision, OLD.created_at, 1);
END;

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

CREATE TRIGGER article_content_changed
AFTER UPDATE OF
  title, body, body_format, language, section, summary, author, source_url, published_at,
  images, tags, channel ON article
WHEN OLD.id = NEW.id AND (
  OLD.title IS NOT NEW.title OR OLD.body IS NOT NEW.body OR
  OLD.body_format IS NOT NEW.body_format OR OLD.language IS NOT NEW.language OR
  OLD.section IS NOT NEW.section OR OLD.summary IS NOT NEW.summary OR
  OLD.author IS NOT NEW.author OR OLD.source_url IS NOT NEW.source_url OR
  OLD.published_at IS NOT NEW.published_at OR OLD.images IS NOT NEW.images OR
  OLD.tags IS NOT NEW.tags OR OLD.channel IS NOT NEW.channel)
BEGIN
  -- A waiting article is routed anew; one that failed gets another chance.
  UPDATE article SET
    revision = OLD.revision + 1,
    updated_at = CASE WHEN NEW.updated_at IS OLD.updated_at
      THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE NEW.updated_at END,
    route = CASE WHEN state IN ('publishing', 'published', 'withdrawn') THEN route END,
    route_language =
      CASE WHEN state IN ('publishing', 'published', 'withdrawn') THEN route_language END
    WHERE id = NEW.id;
  INSERT INTO history (article_id, event) VALUES (NEW.id, 'changed');
  UPDATE article SET state = 'queued', reason = NULL
    WHERE id = NEW.id AND state = 'failed' AND OLD.state = 'failed';
END;

CREATE TRIGGER article_state_changed AFTER UPDATE OF state ON article
WHEN OLD.id = NEW.id AND OLD.state IS NOT NEW.state
BEGIN
  -- What is or may be in the channel never waits again, whatever a site's upsert says.
  UPDATE article SET state = OLD.state, reason = OLD.reason
    WHERE id = NEW.id AND NEW.state IN ('draft', 'review', 'queued')
      AND (OLD.state IN ('published', 'withdrawn')
        OR (OLD.state IN ('publishing', 'held') AND EXISTS (SELECT 1 FROM delivery
          WHERE article_id = NEW.id AND state IN ('sending', 'sent', 'unknown'))));
  UPDATE article SET reason = NULL
    WHERE id = NEW.id AND state = 'queued' AND reason IS OLD.reason;
  -- While Telegram cannot be reached an article is claimed and given back again and again: its
  -- history tells that once, by a line `not sent`.
  INSERT INTO history (article_id, event, detail)
    SELECT id, state, reason FROM article
    WHERE id = NEW.id AND state = NEW.state
      AND NOT (OLD.state = 'publishing' AND NEW.state = 'queued')
      AND NOT (NEW.state = 'publishing' AND (SELECT event FROM history
        WHERE article_id = NEW.id ORDER BY id DESC LIMIT 1) IS 'not sent');
END;

-- An upsert that became an update leaves nothing to restore.
CREATE TRIGGER article_updated AFTER UPDATE ON article WHEN OLD.id = NEW.id
BEGIN
  DELETE FROM predecessor WHERE article_id = NEW.id;
END;

-- What happened to articles and posts, whoever did it, until the bot has drawn its conclusions: the
-- archive, pins, links between posts, parts to delete, followers to tell. A row says only what the
-- tables do not tell any more. AUTOINCREMENT: a number is never given twice, so that the bot
-- deletes exactly the rows that it has read.
CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN (
    -- A row came, or took the number of one that it replaces.
    'added',
    'changed',
    -- A row was deleted or is about to be replaced.
    'removed',
    -- A part of the article's post arrived in the channel.
    'sent',
    -- The first part is not where it was, or not any more.
    'moved')),
  -- 1: the article came out.
  is_out INTEGER NOT NULL DEFAULT 0,
  -- 1: its source said something else about `pin_until`.
  is_repinned INTEGER NOT NULL DEFAULT 0,
  -- What the article was before it was changed or removed.
  was_state TEXT,
  was_story TEXT,
  was_translation_of INTEGER,
  was_language TEXT
);

CREATE TRIGGER change_added AFTER INSERT ON article
BEGIN
  INSERT INTO change (article_id, what) VALUES (NEW.id, 'added');
END;

CREATE TRIGGER change_changed AFTER UPDATE OF
  id, title, body, body_format, language, section, summary, author, tags, story, translation_of,
  pin_until, state, route_language ON article
BEGIN
  INSERT INTO change (article_id, what, is_out, is_repinned, was_state, was_story,
      was_translation_of, was_language)
    VALUES (NEW.id, CASE WHEN OLD.id = NEW.id THEN 'changed' ELSE 'added' END,
      OLD.state = 'publishing' AND NEW.state = 'published',
      OLD.id = NEW.id AND OLD.pin_until IS NOT NEW.pin_until,
      OLD.state, OLD.story, OLD.translation_of, coalesce(OLD.language, OLD.route_language));
END;

-- A row that is replaced goes without a word of its own.
CREATE TRIGGER change_replaced BEFORE INSERT ON article
BEGIN
  INSERT INTO change (article_id, what, was_state, was_story, was_translation_of, was_language)
    SELECT id, 'removed', state, story, translation_of, coalesce(language, route_language)
    FROM article WHERE external_id = NEW.external_id OR id = NEW.id;
END;

CREATE TRIGGER change_removed AFTER DELETE ON article
BEGIN
  INSERT INTO change (article_id, what, was_state, was_story, was_translation_of, was_language)
    VALUES (OLD.id, 'removed', OLD.state, OLD.story, OLD.translation_of,
      coalesce(OLD.language, OLD.route_language));
END;

PRAGMA application_id = 1514684754;
PRAGMA user_version = 14;
