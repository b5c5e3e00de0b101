-- The windows of one subject lie together and are read at once. Without an index of their ends: it would be written with
-- every sign-in, to be read by the cleanup alone.

DROP TABLE limit_bucket;

CREATE TABLE limit_window (
    subject  TEXT NOT NULL,                    -- "phone:+12025550101", "country:US", …
    window_s BIGINT NOT NULL,                  -- its length in seconds
    ends_at  BIGINT NOT NULL,
    used     BIGINT NOT NULL,
    PRIMARY KEY (subject, window_s)
){clustered};
