-- The feeds that are polled: what their servers want to be asked with, when the next poll is due,
-- and how many in a row went wrong. `begun`: the feed was read once, so that what is new is known.
CREATE TABLE feed (
  url TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  next_poll_at TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  fault TEXT,
  begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1))
);

-- What was seen in them. `article` is the external id of the article that an item became; NULL if
-- it was old at the first poll, filtered out, or known from elsewhere.
CREATE TABLE feed_item (
  feed TEXT NOT NULL,
  item TEXT NOT NULL,
  address TEXT,
  fingerprint TEXT NOT NULL,
  article TEXT,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (feed, item)
);

CREATE INDEX feed_item_address ON feed_item (address, feed) WHERE address IS NOT NULL;
CREATE INDEX feed_item_seen ON feed_item (feed, rtrim(seen_at, 'Z'));
CREATE INDEX article_source_url ON article (source_url) WHERE source_url IS NOT NULL;

PRAGMA user_version = 6;
