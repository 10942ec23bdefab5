-- Earlier rows were called what the procedure was called: archiving "delete", restoring "update", taking a photo away
-- "delete" of the person. Where the details tell what was done, the row is called that. Nothing else of it changes.
DROP TRIGGER `audit_event_no_update`;
--> statement-breakpoint
DROP INDEX `audit_event_changes`;
--> statement-breakpoint
UPDATE `audit_event` SET action = CASE
    WHEN json_extract(details, '$.photo') IS NOT NULL THEN 'update'
    WHEN json_extract(details, '$.changed.status[1]') = 'archived' THEN 'archive'
    WHEN json_extract(details, '$.changed.status[1]') = 'active' THEN 'restore'
    WHEN entity = 'user' AND json_extract(details, '$.changed.isActive[1]') = 0 THEN 'deactivate'
    WHEN entity = 'user' AND json_extract(details, '$.changed.isActive[1]') = 1 THEN 'activate'
    WHEN entity = 'doctor' AND procedure LIKE 'users.%' THEN 'update'
    ELSE action
  END
  WHERE outcome = 'ok' AND action IN ('create', 'update', 'delete') AND entity IN ('patient', 'doctor', 'image', 'user');
--> statement-breakpoint
UPDATE `audit_event` SET action = CASE
    WHEN procedure IN ('patients.archive', 'doctors.archive', 'images.archive') THEN 'archive'
    WHEN procedure IN ('patients.restore', 'doctors.restore', 'images.restore') THEN 'restore'
    WHEN procedure = 'users.deactivate' THEN 'deactivate'
    WHEN procedure = 'users.activate' THEN 'activate'
    WHEN procedure = 'photos.remove' THEN 'update'
    ELSE action
  END
  WHERE outcome <> 'ok' AND action IN ('update', 'delete');
--> statement-breakpoint
CREATE TRIGGER `audit_event_no_update` BEFORE UPDATE ON `audit_event` BEGIN
  SELECT RAISE(ABORT, 'audit rows are never changed');
END;
--> statement-breakpoint
CREATE INDEX `audit_event_changes` ON `audit_event` (`entity`,`id`) WHERE outcome = 'ok' and action in ('create', 'update', 'archive', 'restore', 'activate', 'deactivate', 'delete');
