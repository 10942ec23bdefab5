ALTER TABLE `user` ADD `password_expires_at` integer;--> statement-breakpoint
-- First passwords that were set before hold for seven days, too.
UPDATE `user` SET `password_expires_at` = `password_changed_at` + 604800000
  WHERE `must_change_password` = 1 AND `short_password` = 0 AND `password_hash` IS NOT NULL;
