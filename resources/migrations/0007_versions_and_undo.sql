-- What a version is called, where it came from, and where it went.
ALTER TABLE version ADD COLUMN name TEXT; -- the person's own; NULL: it is told from the cause
ALTER TABLE version ADD COLUMN source INTEGER REFERENCES version (id) ON DELETE SET NULL; -- the version that was restored
CREATE INDEX version_source ON version (source);

-- The files that a version was exported to, or imported from.
CREATE TABLE version_file (
    version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    PRIMARY KEY (version, path)
) STRICT, WITHOUT ROWID;

-- What can be undone in a document, and done again: steps below `done` are done. It holds for one revision of the text alone.
CREATE TABLE undo (
    document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    done INTEGER NOT NULL,
    owner TEXT NOT NULL -- which window's history it is
) STRICT;

CREATE TABLE undo_step (
    document INTEGER NOT NULL REFERENCES undo (document) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL, -- in code points
    removed TEXT NOT NULL,
    inserted TEXT NOT NULL,
    batch INTEGER NOT NULL, -- steps of one batch are undone together
    created INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) STRICT;
