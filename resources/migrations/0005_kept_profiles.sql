-- A person's profile as it stands, and how it came to be so: each step is a version, and ids name its lines wherever they move.
CREATE TABLE kept_profile (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL, -- the step that it stands at; later ones were undone
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;

CREATE TABLE profile_step (
    kept INTEGER NOT NULL REFERENCES kept_profile (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    profile INTEGER NOT NULL REFERENCES profile (id),
    ids TEXT NOT NULL, -- JSON: the path of each item of a list (`work/0/highlights/2`) to the line's id
    cause TEXT NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (kept, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_step_profile ON profile_step (profile);

-- What of a profile is shown for one kind of job, and in what order. No line is copied.
CREATE TABLE targeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kept INTEGER NOT NULL REFERENCES kept_profile (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    left_out TEXT NOT NULL, -- JSON: ids of lines
    arranged TEXT NOT NULL, -- JSON: list (`work`, `<id>/highlights`) to the ids in it, in order
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
CREATE INDEX targeting_kept ON targeting (kept);

ALTER TABLE application ADD COLUMN kept INTEGER REFERENCES kept_profile (id) ON DELETE SET NULL;
ALTER TABLE application ADD COLUMN targeting INTEGER REFERENCES targeting (id) ON DELETE SET NULL;
CREATE INDEX application_kept ON application (kept);
CREATE INDEX application_targeting ON application (targeting);

-- A file that was read and waits to be reviewed, or that a profile was last brought in from.
CREATE TABLE profile_import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL, -- of the file
    data BLOB NOT NULL, -- the file, to show its pages
    found TEXT NOT NULL, -- JSON: what was read from it, with places
    decided TEXT NOT NULL, -- JSON: what the person decided of it so far
    kept INTEGER REFERENCES kept_profile (id) ON DELETE CASCADE, -- the profile that it went into
    placed TEXT, -- JSON: the path of each item as found to the id of the line that it became; NULL: it waits for its review
    created INTEGER NOT NULL
) STRICT;
CREATE INDEX profile_import_kept ON profile_import (kept);

-- Until now every version of a profile stood for itself: each is a profile that is kept from now on.
INSERT INTO kept_profile (id, step, created, changed) SELECT id, 1, created, created FROM profile;
INSERT INTO profile_step (kept, number, profile, ids, cause, created)
SELECT id, 1, id, '{}', 'imported', created FROM kept_profile;
UPDATE application SET kept = profile;
