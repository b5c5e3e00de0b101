-- What did not go well is a small part of a large log, and what people look for in it. Rows enter this index only when they
-- end so: a sign-in that goes well never writes to it.

CREATE INDEX message_trouble ON message (state, id)
    WHERE state IN ('undelivered', 'failed', 'expired', 'cancelled', 'blocked', 'key_lost');
