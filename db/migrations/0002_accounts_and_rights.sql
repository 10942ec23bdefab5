CREATE TABLE `recovery_code` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_code_user` ON `recovery_code` (`user_id`);--> statement-breakpoint
CREATE TABLE `reset_code` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`stamp` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `second_factor` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`user_id` integer NOT NULL,
	`form_key` text NOT NULL,
	`sealed` blob NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `form_key`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `profile` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`job_title` text DEFAULT '' NOT NULL,
	`birth_date` text,
	`about` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `group` ADD `start_page` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `credential_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `stay` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `short_password` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `credential_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `source` text DEFAULT 'local' NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `awaits_approval` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `language` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `theme` text DEFAULT 'auto' NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `start_page` text DEFAULT '' NOT NULL;