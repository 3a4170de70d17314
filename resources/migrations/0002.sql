-- How fast models were on this machine: a moving average for each provider, place and model.
CREATE TABLE speed (
    provider TEXT NOT NULL,
    place TEXT NOT NULL, -- the server's address
    model TEXT NOT NULL,
    reading REAL, -- tokens a second of a prompt that is new to the server
    rereading REAL, -- of one whose beginning it has just read
    writing REAL, -- tokens a second of the answer
    loading REAL, -- seconds
    counted REAL, -- tokens of a prompt as counted by the server, for each one estimated
    answered REAL, -- tokens of an answer, for each one estimated of the draft
    PRIMARY KEY (provider, place, model)
) STRICT, WITHOUT ROWID;
