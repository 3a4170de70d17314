-- Talks with the coach. Nothing that was said is changed: an edit is a turn of its own, and what it replaces is no longer shown.

CREATE TABLE conversation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application INTEGER REFERENCES application (id) ON DELETE CASCADE,
    profile INTEGER REFERENCES profile (id), -- NULL: that of the application
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
CREATE INDEX conversation_application ON conversation (application);
CREATE INDEX conversation_profile ON conversation (profile);

CREATE TABLE turn (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    question TEXT, -- key of the guided question that it answers
    superseded INTEGER NOT NULL DEFAULT 0, -- 1: an earlier message was edited, or this one
    chosen TEXT, -- id of the task whose answer is shown; NULL: the newest
    created INTEGER NOT NULL
) STRICT;
CREATE INDEX turn_conversation ON turn (conversation);

-- The answers of models. While a task runs, and where its program was killed, its words are in the journal alone.
CREATE TABLE answer (
    task TEXT PRIMARY KEY REFERENCES task (id) ON DELETE CASCADE,
    turn INTEGER NOT NULL REFERENCES turn (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    thinking TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_turn ON answer (turn);

-- What was kept is the person's, and stays when the talk or the application goes.
CREATE TABLE success (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    application INTEGER REFERENCES application (id) ON DELETE SET NULL,
    conversation INTEGER REFERENCES conversation (id) ON DELETE SET NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    situation TEXT NOT NULL,
    task TEXT NOT NULL,
    action TEXT NOT NULL,
    result TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
CREATE INDEX success_application ON success (application);
CREATE INDEX success_conversation ON success (conversation);

CREATE TABLE pitch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    application INTEGER REFERENCES application (id) ON DELETE SET NULL,
    conversation INTEGER REFERENCES conversation (id) ON DELETE SET NULL,
    language TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    text TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
CREATE INDEX pitch_application ON pitch (application);
CREATE INDEX pitch_conversation ON pitch (conversation);

-- Where lines of a profile came from that were not in what was imported.
CREATE TABLE said_fact (
    profile INTEGER NOT NULL REFERENCES profile (id),
    path TEXT NOT NULL, -- as in evidence/facts: `work/0/highlights/2`
    conversation INTEGER REFERENCES conversation (id) ON DELETE SET NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (profile, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX said_fact_conversation ON said_fact (conversation);

CREATE INDEX task_conversation ON task (conversation) WHERE conversation IS NOT NULL;
-- One answer per talk at a time, whatever processes ask.
CREATE UNIQUE INDEX task_answering ON task (conversation) WHERE owner IS NOT NULL AND conversation IS NOT NULL;
