-- Images that a bookmark's articles show, kept with it. An image is a body like a page's: its bytes
-- are there once for the whole library, whoever shows it.
--
-- `address`: as the articles write it. An image that is no longer shown stays with the versions that
-- showed it.
CREATE TABLE image (
  bookmark_id INTEGER NOT NULL REFERENCES bookmark (id) ON DELETE CASCADE,
  address     TEXT    NOT NULL,
  sha256      TEXT    NOT NULL REFERENCES body (sha256),
  PRIMARY KEY (bookmark_id, address)
) STRICT, WITHOUT ROWID;

CREATE INDEX image_by_body ON image (sha256);

-- The seals are over these rows too, so they are all made anew.
DELETE FROM seal;
