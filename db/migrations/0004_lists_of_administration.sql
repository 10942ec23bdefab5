CREATE INDEX `sign_in_attempt_at` ON `sign_in_attempt` (`at`);--> statement-breakpoint
CREATE INDEX `sign_in_attempt_outcome` ON `sign_in_attempt` (`outcome`,`at`);--> statement-breakpoint
CREATE INDEX `audit_event_action` ON `audit_event` (`action`,`at`);--> statement-breakpoint
CREATE INDEX `audit_event_entity` ON `audit_event` (`entity`,`at`);--> statement-breakpoint
CREATE INDEX `audit_event_record` ON `audit_event` (`entity`,`entity_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_event_refused` ON `audit_event` (`at`) WHERE outcome <> 'ok';--> statement-breakpoint
CREATE INDEX `audit_event_error` ON `audit_event` (`error_id`) WHERE error_id is not null;