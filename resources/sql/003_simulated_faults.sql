-- fault: what the simulator does to a message, such as "provider_error 503 0"; empty as a rule.
-- arrives_at: when the simulated phone gets one that was accepted and is still under way; NULL when it has arrived or
-- never will.

ALTER TABLE message ADD COLUMN fault TEXT NOT NULL DEFAULT '';
ALTER TABLE message ADD COLUMN arrives_at BIGINT;

CREATE INDEX message_arriving ON message (arrives_at) WHERE arrives_at IS NOT NULL;
