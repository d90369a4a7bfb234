-- Who tried what only the newsroom may do. Nothing is ever deleted from the audit, and a stranger
-- may ask for being forgotten: so its lines keep the attempt and its command without the person,
-- and what names the person stands apart. The view `audit` shows both together.
DROP TRIGGER audit_is_never_changed;
DROP TRIGGER audit_is_never_deleted;

CREATE TABLE attempt (
  line_id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL,
  who TEXT NOT NULL,
  deed TEXT NOT NULL
);

CREATE INDEX attempt_person ON attempt (user_id, line_id);

INSERT INTO attempt (line_id, user_id, who, deed)
  SELECT id, user_id, who, deed FROM audit WHERE role = 'reader';
UPDATE audit SET user_id = 0, who = '', deed = substr(deed, 1, instr(deed || ' ', ' ') - 1)
  WHERE role = 'reader';

ALTER TABLE audit RENAME TO audit_line;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit_line
BEGIN
  SELECT RAISE(ABORT, 'the audit is never changed');
END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit_line
BEGIN
  SELECT RAISE(ABORT, 'nothing is deleted from the audit');
END;

CREATE VIEW audit AS
  SELECT audit_line.id, update_id, at,
      coalesce(attempt.user_id, audit_line.user_id) AS user_id,
      coalesce(attempt.who, audit_line.who) AS who,
      role,
      coalesce(attempt.deed, audit_line.deed) AS deed,
      done
    FROM audit_line LEFT JOIN attempt ON attempt.line_id = audit_line.id;

-- Which reader suggested an article, so that the answer comes back. The article's history does not
-- name readers.
CREATE TABLE suggestion (
  article_id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL
);

CREATE INDEX suggestion_person ON suggestion (user_id, article_id);

-- A draft of an author's was given to the editors; what came to them at once is a reader's.
INSERT INTO suggestion (article_id, user_id)
  SELECT article.id, CAST(substr(actor, 10) AS INTEGER) FROM article
    JOIN history ON history.id = (SELECT min(id) FROM history WHERE article_id = article.id)
    WHERE article.state = 'review' AND actor GLOB 'telegram:[0-9]*'
      AND NOT EXISTS (SELECT 1 FROM history WHERE article_id = article.id AND event = 'review');

-- Of whoever leaves the newsroom and wants to be forgotten.
CREATE INDEX history_person ON history (actor) WHERE actor GLOB 'telegram:*';

PRAGMA user_version = 10;
