-- What cleanups have done. Runs of the schedule that had nothing to remove share a row.

CREATE TABLE cleanup_run (
    id          {id},
    since       BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    runs        BIGINT NOT NULL DEFAULT 1,
    cause       TEXT NOT NULL,                 -- schedule, console, command line
    expired     BIGINT NOT NULL,
    removed     BIGINT NOT NULL,
    log_removed BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL,
    error       TEXT NOT NULL DEFAULT ''
);
