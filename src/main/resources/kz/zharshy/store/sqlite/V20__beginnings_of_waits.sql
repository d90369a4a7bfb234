-- When a wait was noted: one that began in the future was noted by a clock that was ahead.

ALTER TABLE flood_wait ADD COLUMN noted_at TEXT;
ALTER TABLE feed ADD COLUMN polled_at TEXT;
ALTER TABLE overdue ADD COLUMN decided_at TEXT;
ALTER TABLE reader ADD COLUMN tell_set_at TEXT;

PRAGMA user_version = 20;
