-- Each row of the audit trail is sealed together with the one before it (core/storage/AuditChain). NULL: from before that.

ALTER TABLE audit ADD COLUMN mac {bytes};
