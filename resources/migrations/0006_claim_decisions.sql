-- What a person decided about words that no fact has: tied to a fact, by its text, or kept knowingly (NULL).
CREATE TABLE claim_decision (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    sentence TEXT NOT NULL,
    said TEXT NOT NULL,
    fact TEXT,
    created INTEGER NOT NULL,
    PRIMARY KEY (document, sentence, said)
) STRICT, WITHOUT ROWID;

-- Parts that a model wrote and that were set aside, about which the person has decided: no longer offered.
CREATE TABLE part_decision (
    task INTEGER NOT NULL REFERENCES task (number) ON DELETE CASCADE,
    key TEXT NOT NULL,
    PRIMARY KEY (task, key)
) STRICT, WITHOUT ROWID;
