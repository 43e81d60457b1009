-- The library's tables.
--
-- Times are text in UTC with nine digits of fraction, 2026-01-04T08:30:00.000000000Z: nothing is
-- rounded, they sort as text, and a person can read them.
-- Words such as a state or a verdict are the labels that the command line shows.

-- What is true of the whole library. `seq` is the number of the last change; every change takes
-- the next one in the transaction that makes it.
CREATE TABLE library (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  uuid TEXT    NOT NULL,
  seq  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- AUTOINCREMENT: a number is given once and never used again.
-- `seq` is the bookmark's latest change; `removed_at` is set while it lies in the trash.
CREATE TABLE bookmark (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  given         TEXT    NOT NULL,
  fetch_address TEXT    NOT NULL,
  title         TEXT,
  state         TEXT    NOT NULL DEFAULT 'unread' CHECK (state IN ('unread', 'read')),
  starred       INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
  verdict       TEXT    NOT NULL DEFAULT 'pending',
  detail        TEXT,
  attempted_at  TEXT,
  added_at      TEXT    NOT NULL,
  changed_at    TEXT    NOT NULL,
  read_at       TEXT,
  removed_at    TEXT,
  seq           INTEGER NOT NULL UNIQUE
) STRICT;

CREATE INDEX bookmark_by_time ON bookmark (added_at, id) WHERE removed_at IS NULL;
CREATE INDEX bookmark_by_verdict ON bookmark (verdict, added_at, id) WHERE removed_at IS NULL;
CREATE INDEX bookmark_in_trash ON bookmark (removed_at) WHERE removed_at IS NOT NULL;

-- Every canonical address that leads to a bookmark. One of them is its own, the others are
-- aliases; one key over both, so no alias can be another bookmark's address.
CREATE TABLE address (
  canonical   TEXT    PRIMARY KEY,
  bookmark_id INTEGER NOT NULL REFERENCES bookmark (id) ON DELETE CASCADE,
  own         INTEGER NOT NULL CHECK (own IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX address_own ON address (bookmark_id) WHERE own = 1;
CREATE INDEX address_by_bookmark ON address (bookmark_id, canonical);

-- A number that is no longer a bookmark: purged from the trash, or joined to another bookmark,
-- to which the old number still leads.
CREATE TABLE tombstone (
  bookmark_id INTEGER PRIMARY KEY,
  seq         INTEGER NOT NULL UNIQUE,
  merged_into INTEGER
) STRICT;

CREATE INDEX tombstone_by_successor ON tombstone (merged_into) WHERE merged_into IS NOT NULL;

-- Bodies of pages, each kept once for the whole library: zlib (RFC 1950), `size` in bytes before
-- packing, `sha256` of the bytes before packing.
CREATE TABLE body (
  sha256 TEXT    PRIMARY KEY CHECK (length(sha256) = 64),
  size   INTEGER NOT NULL,
  packed BLOB    NOT NULL
) STRICT;

-- A page as it came. One row for each body of a bookmark: the same bytes again only renew the row.
-- `headers`: one `name: value` a line, with \\ \n \r for a backslash and line ends within.
CREATE TABLE snapshot (
  id          INTEGER PRIMARY KEY,
  bookmark_id INTEGER NOT NULL REFERENCES bookmark (id) ON DELETE CASCADE,
  address     TEXT    NOT NULL,
  origin      TEXT    NOT NULL,
  status      INTEGER NOT NULL,
  headers     TEXT    NOT NULL,
  sha256      TEXT    NOT NULL REFERENCES body (sha256),
  taken_at    TEXT    NOT NULL,
  UNIQUE (bookmark_id, sha256)
) STRICT;

CREATE INDEX snapshot_by_body ON snapshot (sha256);

-- Readings of a page, appended and never overwritten; at most one of a bookmark is current.
-- The long columns stand last, so that a list of titles does not read them.
CREATE TABLE article (
  bookmark_id INTEGER NOT NULL REFERENCES bookmark (id) ON DELETE CASCADE,
  number      INTEGER NOT NULL CHECK (number > 0),
  current     INTEGER NOT NULL CHECK (current IN (0, 1)),
  verdict     TEXT    NOT NULL,
  sha256      TEXT    REFERENCES body (sha256),
  read_at     TEXT    NOT NULL,
  title       TEXT,
  byline      TEXT,
  site        TEXT,
  language    TEXT,
  published   TEXT,
  updated     TEXT,
  canonical   TEXT,
  description TEXT,
  lead_image  TEXT,
  text        TEXT    NOT NULL,
  markdown    TEXT    NOT NULL,
  html        TEXT    NOT NULL,
  PRIMARY KEY (bookmark_id, number)
) STRICT;

CREATE UNIQUE INDEX article_current ON article (bookmark_id) WHERE current = 1;
CREATE INDEX article_by_body ON article (sha256) WHERE sha256 IS NOT NULL;

-- Excerpts and notes, in the order of `position`. `words` is the quote or the note's text.
-- `places`: spans of an anchor as `12-40 88-116`, in UTF-16 units of the current article's text.
CREATE TABLE mark (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  bookmark_id INTEGER NOT NULL REFERENCES bookmark (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  kind        TEXT    NOT NULL CHECK (kind IN ('excerpt', 'note')),
  words       TEXT    NOT NULL,
  comment     TEXT,
  prefix      TEXT    NOT NULL DEFAULT '',
  suffix      TEXT    NOT NULL DEFAULT '',
  anchor      TEXT    NOT NULL DEFAULT 'unchecked'
    CHECK (anchor IN ('exact', 'near', 'ambiguous', 'missing', 'unchecked')),
  places      TEXT    NOT NULL DEFAULT '',
  similarity  REAL,
  added_at    TEXT    NOT NULL,
  UNIQUE (bookmark_id, position)
) STRICT;

-- Tags by key; the label is the one first typed.
CREATE TABLE tag (
  key   TEXT PRIMARY KEY,
  label TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bookmark_tag (
  bookmark_id INTEGER NOT NULL REFERENCES bookmark (id) ON DELETE CASCADE,
  tag_key     TEXT    NOT NULL REFERENCES tag (key),
  PRIMARY KEY (bookmark_id, tag_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX bookmark_tag_by_tag ON bookmark_tag (tag_key);

-- Where in the user's own notes a bookmark stands; `body` byte for byte.
CREATE TABLE note_source (
  id          INTEGER PRIMARY KEY,
  bookmark_id INTEGER NOT NULL REFERENCES bookmark (id) ON DELETE CASCADE,
  file        TEXT    NOT NULL,
  line        INTEGER NOT NULL,
  day         TEXT,
  body        TEXT    NOT NULL
) STRICT;

CREATE INDEX note_source_by_place ON note_source (bookmark_id, file, line);
