-- What more is known of an offer. Requirements and duties are those that the person changed (JSON); NULL: as the text says.
ALTER TABLE offer ADD COLUMN contract TEXT NOT NULL DEFAULT '';
ALTER TABLE offer ADD COLUMN salary TEXT NOT NULL DEFAULT '';
ALTER TABLE offer ADD COLUMN source TEXT NOT NULL DEFAULT ''; -- address of its page, or name of its file
ALTER TABLE offer ADD COLUMN requirements TEXT;
ALTER TABLE offer ADD COLUMN duties TEXT;
