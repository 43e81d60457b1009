-- A checksum of each bookmark's rows. SQLite keeps none of its pages: a bit that turned over on the
-- disk would else be taken for what was written.
--
-- `crc`: CRC-32 (RFC 1952) over the columns that `Seals` names; written in the transaction that
-- changes the bookmark.
CREATE TABLE seal (
  bookmark_id INTEGER PRIMARY KEY REFERENCES bookmark (id) ON DELETE CASCADE,
  crc         INTEGER NOT NULL
) STRICT;
