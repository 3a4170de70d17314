-- How a document looks: JSON, what is chosen otherwise than the template has it. The photo is the profile's.
ALTER TABLE document ADD COLUMN options TEXT NOT NULL DEFAULT '{}';
ALTER TABLE document ADD COLUMN shows_photo INTEGER NOT NULL DEFAULT 1; -- 0: the person leaves it out of this one

-- What an exported version looked like; NULL for others.
ALTER TABLE version ADD COLUMN template TEXT;
ALTER TABLE version ADD COLUMN options TEXT;

CREATE TABLE profile_photo (
    kept INTEGER PRIMARY KEY REFERENCES kept_profile (id) ON DELETE CASCADE,
    data BLOB NOT NULL
) STRICT;
