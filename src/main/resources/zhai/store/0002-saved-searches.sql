-- Searches that a person keeps by name and asks again as @NAME.
--
-- `key` is the name by which they are told apart, `name` as it was typed, `query` as well. The index
-- has nothing to do with them: a change here takes no `seq`.
CREATE TABLE saved_search (
  key      TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  query    TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
