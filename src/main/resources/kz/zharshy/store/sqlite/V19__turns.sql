-- Updates are answered by turn: chats one after another, each with its oldest update, those of the
-- newsroom before all others. Only the first of each line has a turn, so the next one is found
-- however many wait behind.

-- A chat's, in which updates keep their order; 0: of those that belong to no chat.
ALTER TABLE telegram_update ADD COLUMN line INTEGER NOT NULL DEFAULT 0;
-- 0: the newsroom's.
ALTER TABLE telegram_update ADD COLUMN rank INTEGER NOT NULL DEFAULT 1;
ALTER TABLE telegram_update ADD COLUMN turn INTEGER;

UPDATE telegram_update SET line = coalesce(
    json_extract(json, '$.message.chat.id'), json_extract(json, '$.callback_query.message.chat.id'),
    json_extract(json, '$.callback_query.from.id'), json_extract(json, '$.inline_query.from.id'), 0)
  WHERE state = 'waiting' AND json_valid(json);
UPDATE telegram_update SET turn = seq WHERE seq IN
  (SELECT min(seq) FROM telegram_update WHERE state = 'waiting' GROUP BY line);

DROP INDEX telegram_update_waiting;
CREATE INDEX telegram_update_line ON telegram_update (line, seq) WHERE state = 'waiting';
CREATE INDEX telegram_update_turn ON telegram_update (rank, turn, line) WHERE turn IS NOT NULL;

CREATE TRIGGER telegram_update_lines_up AFTER INSERT ON telegram_update
WHEN NEW.state = 'waiting' AND NOT EXISTS
  (SELECT 1 FROM telegram_update WHERE state = 'waiting' AND line = NEW.line AND seq < NEW.seq)
BEGIN
  UPDATE telegram_update SET turn = (SELECT coalesce(max(last.turn), 0) + 1
      FROM telegram_update AS last WHERE last.turn IS NOT NULL AND last.rank = NEW.rank)
    WHERE seq = NEW.seq;
END;

-- The line goes to the end of its round. Whose it was is not kept.
CREATE TRIGGER telegram_update_leaves AFTER UPDATE OF state ON telegram_update
WHEN OLD.state = 'waiting' AND NEW.state <> 'waiting'
BEGIN
  UPDATE telegram_update SET turn = NULL, line = 0 WHERE seq = NEW.seq;
  UPDATE telegram_update SET turn = (SELECT coalesce(max(last.turn), 0) + 1
      FROM telegram_update AS last
      WHERE last.turn IS NOT NULL AND last.rank = telegram_update.rank)
    WHERE OLD.turn IS NOT NULL AND seq =
      (SELECT min(seq) FROM telegram_update WHERE state = 'waiting' AND line = OLD.line);
END;

PRAGMA user_version = 19;
