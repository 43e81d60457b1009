-- Notes of the user's own that are read again and again.
--
-- `kind`: whether the link stood alone or in running text. `label`: its Markdown between [ and ].
-- `gone`: no longer stands there; what was read is kept.
ALTER TABLE note_source ADD COLUMN kind TEXT NOT NULL DEFAULT 'record'
  CHECK (kind IN ('record', 'mention'));
ALTER TABLE note_source ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE note_source ADD COLUMN gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1));

CREATE INDEX note_source_by_file ON note_source (file, line);

-- Where in the notes a mark was read; null if it was given by hand.
ALTER TABLE mark ADD COLUMN source_id INTEGER REFERENCES note_source (id) ON DELETE SET NULL;

CREATE INDEX mark_by_source ON mark (source_id) WHERE source_id IS NOT NULL;

-- Files of notes as they were last read. `file` is the name that sources have, `path` where it was
-- found; `reader` is the version of the reading, so that a better one reads unchanged files anew.
CREATE TABLE note_file (
  file     TEXT    PRIMARY KEY,
  path     TEXT    NOT NULL UNIQUE,
  sha256   TEXT    NOT NULL CHECK (length(sha256) = 64),
  bytes    INTEGER NOT NULL,
  read_at  TEXT    NOT NULL,
  reader   INTEGER NOT NULL,
  records  INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  skipped  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How far an import of a file has come: so many of its items are stored. The row goes when the
-- import ends.
CREATE TABLE import_progress (
  file   TEXT    PRIMARY KEY,
  sha256 TEXT    NOT NULL CHECK (length(sha256) = 64),
  items  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
