CREATE TABLE `visit_type` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`minutes` integer NOT NULL,
	`minutes_before` integer NOT NULL,
	`minutes_after` integer NOT NULL,
	`colour` text DEFAULT 'teal' NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`create_key` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_type_name` ON `visit_type` (`sort_name`);--> statement-breakpoint
CREATE INDEX `visit_type_status_name` ON `visit_type` (`status`,`sort_name`);--> statement-breakpoint
CREATE UNIQUE INDEX `visit_type_create_key` ON `visit_type` (`create_key`) WHERE create_key is not null;--> statement-breakpoint
-- Visit types are looked up and kept by those who look up and keep doctors.
INSERT OR IGNORE INTO `group_permission` (group_id, permission)
  SELECT group_id, 'visitTypes' || substr(permission, 8) FROM `group_permission`
  WHERE permission IN ('doctors.view', 'doctors.add', 'doctors.change', 'doctors.delete');
--> statement-breakpoint
INSERT OR IGNORE INTO `user_permission` (user_id, permission)
  SELECT user_id, 'visitTypes' || substr(permission, 8) FROM `user_permission`
  WHERE permission IN ('doctors.view', 'doctors.add', 'doctors.change', 'doctors.delete');
