CREATE TABLE `bookmark` (
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`record_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`, `record_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `image` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`file_id` text NOT NULL,
	`caption` text NOT NULL,
	`tags` text DEFAULT '[]' NOT NULL,
	`search_text` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`added_by` integer,
	`status` text DEFAULT 'active' NOT NULL,
	`create_key` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `image_status` ON `image` (`status`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `image_create_key` ON `image` (`create_key`) WHERE create_key is not null;--> statement-breakpoint
CREATE TABLE `image_file` (
	`id` text PRIMARY KEY NOT NULL,
	`large` blob NOT NULL,
	`small` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `image_tag` (
	`tag_key` text NOT NULL,
	`image_id` integer NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`tag_key`, `image_id`),
	FOREIGN KEY (`image_id`) REFERENCES `image`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `image_tag_image` ON `image_tag` (`image_id`);--> statement-breakpoint
CREATE TABLE `cache_entry` (
	`cache` text NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`cache`, `key`)
);
--> statement-breakpoint
CREATE INDEX `cache_entry_age` ON `cache_entry` (`cache`,`written_at`);--> statement-breakpoint
CREATE INDEX `audit_event_changes` ON `audit_event` (`entity`,`id`) WHERE outcome = 'ok' and action in ('create', 'update', 'delete');