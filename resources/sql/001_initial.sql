-- Times are milliseconds since 1970-01-01T00:00:00Z. {id} and {bytes} are written by the dialect.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE code (
    id         {id},
    phone      TEXT NOT NULL,
    sealed     {bytes},                        -- NULL as soon as the code is final
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries      INTEGER NOT NULL DEFAULT 0,
    max_tries  INTEGER NOT NULL,
    state      TEXT NOT NULL DEFAULT 'live',   -- live, used, expired, superseded, exhausted
    change_for BIGINT NOT NULL DEFAULT 0,      -- the user who asked to change to this number
    message_id BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX code_phone ON code (phone, id);
CREATE UNIQUE INDEX code_live ON code (phone) WHERE state = 'live';
CREATE INDEX code_expires ON code (expires_at);

CREATE TABLE message (
    id                  {id},
    phone               TEXT NOT NULL,
    provider            TEXT NOT NULL,
    state               TEXT NOT NULL,
    reason              TEXT NOT NULL DEFAULT '',
    provider_message_id TEXT NOT NULL DEFAULT '',
    sealed              {bytes},               -- code and text; kept only by the simulator once final
    created_at          BIGINT NOT NULL,
    expires_at          BIGINT NOT NULL,
    due_at              BIGINT NOT NULL,       -- when the next attempt may begin
    attempts            INTEGER NOT NULL DEFAULT 0,
    uncertain           INTEGER NOT NULL DEFAULT 0,
    verified_at         BIGINT                 -- when its code was used
);
CREATE INDEX message_phone ON message (phone, id);
CREATE INDEX message_waiting ON message (due_at, id) WHERE state IN ('queued', 'sending');

CREATE TABLE attempt (
    message_id    BIGINT NOT NULL,
    number        INTEGER NOT NULL,
    at            BIGINT NOT NULL,
    provider      TEXT NOT NULL,
    status        INTEGER NOT NULL,
    provider_code TEXT NOT NULL,
    error         TEXT NOT NULL,
    duration_ms   INTEGER NOT NULL,
    PRIMARY KEY (message_id, number)
){clustered};

CREATE TABLE app_user (
    id              {id},
    phone           TEXT NOT NULL UNIQUE,
    username        TEXT NOT NULL DEFAULT '',
    first_name      TEXT NOT NULL DEFAULT '',
    last_name       TEXT NOT NULL DEFAULT '',
    email           TEXT NOT NULL DEFAULT '',
    is_active       INTEGER NOT NULL DEFAULT 1,
    attributes      TEXT NOT NULL DEFAULT '{}',
    created_at      BIGINT NOT NULL,
    last_sign_in_at BIGINT
);

CREATE TABLE limit_bucket (
    name    TEXT PRIMARY KEY,                  -- scope, subject and window
    ends_at BIGINT NOT NULL,
    used    INTEGER NOT NULL
){clustered};
CREATE INDEX limit_bucket_ends ON limit_bucket (ends_at);

CREATE TABLE failure (
    phone      TEXT PRIMARY KEY,
    failures   INTEGER NOT NULL,
    wait_until BIGINT NOT NULL
){clustered};

CREATE TABLE audit (
    id      {id},
    at      BIGINT NOT NULL,
    actor   TEXT NOT NULL,
    action  TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail  TEXT NOT NULL
);
