-- Signing in was written down as nobody's doing. Whoever came in is the account that the row is about; of a refused try it
-- is known where just one try at that place, a moment before, was for an account. Nothing else of these rows changes.
DROP TRIGGER `audit_event_no_update`;
--> statement-breakpoint
UPDATE `audit_event` SET user_id = entity_id
  WHERE user_id IS NULL AND outcome = 'ok' AND entity = 'user' AND action IN ('signIn', 'setup')
    AND procedure IN ('accounts.signIn', 'accounts.secondFactor', 'accounts.setup')
    AND entity_id IN (SELECT id FROM `user`);
--> statement-breakpoint
UPDATE `audit_event` SET user_id = (
    SELECT max(user_id) FROM `sign_in_attempt` t
    WHERE t.at BETWEEN audit_event.at - 1000 AND audit_event.at
      AND t.workstation = audit_event.workstation AND t.outcome <> 'success'
    HAVING count(*) = 1
  )
  WHERE user_id IS NULL AND outcome IN ('WRONG_CREDENTIALS', 'TOO_MANY_ATTEMPTS') AND action = 'signIn'
    AND procedure = 'accounts.signIn';
--> statement-breakpoint
CREATE TRIGGER `audit_event_no_update` BEFORE UPDATE ON `audit_event` BEGIN
  SELECT RAISE(ABORT, 'audit rows are never changed');
END;
