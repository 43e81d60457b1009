-- What a file of notes gives to all of its records, in its front matter: a tag a line. So a tag that
-- was given by hand can be told from one that came from there.
ALTER TABLE note_source ADD COLUMN tags TEXT NOT NULL DEFAULT '';

-- An import that was interrupted goes on by what the library has already.
DROP TABLE import_progress;
