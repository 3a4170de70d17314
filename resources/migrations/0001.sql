-- Times are microseconds since 1970 in UTC. Ids of profiles, offers and versions name rows that never change, so that a
-- task can say what it read.

CREATE TABLE profile (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL, -- JSON Resume
    person TEXT NOT NULL AS (coalesce(CAST(json_extract(source, '$.basics.name') AS TEXT), '')) STORED,
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE offer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    title TEXT NOT NULL,
    company TEXT NOT NULL,
    place TEXT NOT NULL,
    deadline TEXT NOT NULL,
    language TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE application (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile INTEGER NOT NULL REFERENCES profile (id),
    offer INTEGER NOT NULL REFERENCES offer (id),
    status TEXT NOT NULL,
    notes TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
CREATE INDEX application_changed ON application (changed);
CREATE INDEX application_profile ON application (profile);
CREATE INDEX application_offer ON application (offer);

CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    revision INTEGER NOT NULL,
    base INTEGER REFERENCES version (id) DEFERRABLE INITIALLY DEFERRED,
    language TEXT NOT NULL,
    template TEXT NOT NULL,
    changed INTEGER NOT NULL,
    UNIQUE (application, kind)
) STRICT;
CREATE INDEX document_base ON document (base);

CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    cause TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    created INTEGER NOT NULL,
    task TEXT
) STRICT;
CREATE INDEX version_document ON version (document);

CREATE TABLE task (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    lane TEXT NOT NULL,
    application INTEGER REFERENCES application (id) ON DELETE CASCADE,
    conversation INTEGER,
    document INTEGER REFERENCES document (id) ON DELETE CASCADE,
    options TEXT NOT NULL,
    inputs TEXT NOT NULL,
    status TEXT NOT NULL,
    ending TEXT,
    trouble TEXT,
    owner TEXT,
    run INTEGER NOT NULL DEFAULT 1,
    turn INTEGER NOT NULL, -- its place in the lane while it waits: lower ones go first
    cancel INTEGER NOT NULL DEFAULT 0, -- 1: somebody asked the owner to cancel it
    journal_from INTEGER NOT NULL DEFAULT 0, -- journal entries up to this number were started over
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    -- A task that waits or runs belongs to a process, and no other does.
    CHECK ((status IN ('pending', 'processing')) = (owner IS NOT NULL))
) STRICT;
-- What other processes did lately is looked for every second while a window is open.
CREATE INDEX task_changed ON task (changed);
CREATE INDEX task_application ON task (application) WHERE application IS NOT NULL;
CREATE INDEX task_document ON task (document) WHERE document IS NOT NULL;
-- Few tasks wait or run at a time: these stay small however many have ended.
CREATE INDEX task_waiting ON task (lane, turn) WHERE status = 'pending';
CREATE INDEX task_running ON task (lane) WHERE status = 'processing';
CREATE INDEX task_owner ON task (owner) WHERE owner IS NOT NULL;
CREATE INDEX task_cancel ON task (owner) WHERE cancel = 1;
-- One generation per document and kind at a time, whatever processes ask.
CREATE UNIQUE INDEX task_under_way ON task (document, kind) WHERE owner IS NOT NULL AND document IS NOT NULL;

CREATE TABLE journal (
    number INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES task (number) ON DELETE CASCADE,
    run INTEGER NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    text TEXT NOT NULL,
    reasons TEXT
) STRICT;
CREATE INDEX journal_task ON journal (task);
