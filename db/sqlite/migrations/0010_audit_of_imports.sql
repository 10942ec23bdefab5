-- What an import or made-up data did to a record was called "import" like the whole of it; each record has its own act
-- now. Where the details tell it, the row is called that; rows of the whole name no record, and stay as they are.
DROP TRIGGER `audit_event_no_update`;
--> statement-breakpoint
UPDATE `audit_event` SET action = CASE
    WHEN json_extract(details, '$.created') = 1 THEN 'create'
    WHEN json_extract(details, '$.changed') IS NOT NULL THEN 'update'
    WHEN details IS NULL AND procedure IN ('imports.demo', 'cli.demo') THEN 'create'
    ELSE action
  END
  WHERE outcome = 'ok' AND action = 'import' AND entity_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `audit_event_no_update` BEFORE UPDATE ON `audit_event` BEGIN
  SELECT RAISE(ABORT, 'audit rows are never changed');
END;
