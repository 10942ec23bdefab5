CREATE TABLE `group` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`start_page` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `group_name` ON `group` (`name`);--> statement-breakpoint
CREATE TABLE `group_permission` (
	`group_id` integer NOT NULL,
	`permission` text NOT NULL,
	PRIMARY KEY(`group_id`, `permission`),
	FOREIGN KEY (`group_id`) REFERENCES `group`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `session` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`workstation` text NOT NULL,
	`address` text NOT NULL,
	`app_version` text NOT NULL,
	`credential_version` integer DEFAULT 0 NOT NULL,
	`stay` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE INDEX `session_expires` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in_attempt` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`user_id` integer,
	`outcome` text NOT NULL,
	`workstation` text NOT NULL,
	`address` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sign_in_attempt_user` ON `sign_in_attempt` (`user_id`,`at`);--> statement-breakpoint
CREATE INDEX `sign_in_attempt_at` ON `sign_in_attempt` (`at`);--> statement-breakpoint
CREATE INDEX `sign_in_attempt_outcome` ON `sign_in_attempt` (`outcome`,`at`);--> statement-breakpoint
CREATE TABLE `sign_in_throttle` (
	`name_key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_failure_at` integer NOT NULL,
	`blocked_until` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `user` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`username` text NOT NULL,
	`username_key` text NOT NULL,
	`prefix` text DEFAULT '' NOT NULL,
	`given_name` text DEFAULT '' NOT NULL,
	`middle_name` text DEFAULT '' NOT NULL,
	`family_name` text NOT NULL,
	`suffix` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`photo_id` text,
	`password_hash` text,
	`password_changed_at` integer,
	`must_change_password` integer DEFAULT false NOT NULL,
	`short_password` integer DEFAULT false NOT NULL,
	`credential_version` integer DEFAULT 1 NOT NULL,
	`source` text DEFAULT 'local' NOT NULL,
	`awaits_approval` integer DEFAULT false NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	`theme` text DEFAULT 'auto' NOT NULL,
	`start_page` text DEFAULT '' NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`is_staff` integer DEFAULT false NOT NULL,
	`is_superuser` integer DEFAULT false NOT NULL,
	`joined_at` integer NOT NULL,
	`last_sign_in_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_username_key` ON `user` (`username_key`);--> statement-breakpoint
CREATE INDEX `user_email` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `user_group` (
	`user_id` integer NOT NULL,
	`group_id` integer NOT NULL,
	PRIMARY KEY(`user_id`, `group_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `group`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `user_group_group` ON `user_group` (`group_id`);--> statement-breakpoint
CREATE TABLE `user_permission` (
	`user_id` integer NOT NULL,
	`permission` text NOT NULL,
	PRIMARY KEY(`user_id`, `permission`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `recovery_code` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recovery_code_user` ON `recovery_code` (`user_id`);--> statement-breakpoint
CREATE TABLE `reset_code` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`stamp` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `second_factor` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `doctor` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`prefix` text DEFAULT '' NOT NULL,
	`given_name` text DEFAULT '' NOT NULL,
	`middle_name` text DEFAULT '' NOT NULL,
	`family_name` text NOT NULL,
	`suffix` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`photo_id` text,
	`sort_name` text NOT NULL,
	`sex` text DEFAULT 'unknown' NOT NULL,
	`speciality` text DEFAULT '' NOT NULL,
	`licence_number` text DEFAULT '' NOT NULL,
	`colour` text DEFAULT 'teal' NOT NULL,
	`user_id` integer,
	`working_hours` text NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`create_key` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `doctor_status_name` ON `doctor` (`status`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `doctor_name` ON `doctor` (`sort_name`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `doctor_user` ON `doctor` (`user_id`) WHERE user_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `doctor_create_key` ON `doctor` (`create_key`) WHERE create_key is not null;--> statement-breakpoint
CREATE TABLE `bookmark` (
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`record_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`, `record_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
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
) STRICT;
--> statement-breakpoint
CREATE INDEX `image_status` ON `image` (`status`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `image_create_key` ON `image` (`create_key`) WHERE create_key is not null;--> statement-breakpoint
CREATE TABLE `image_file` (
	`id` text PRIMARY KEY NOT NULL,
	`large` blob NOT NULL,
	`small` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `image_tag` (
	`tag_key` text NOT NULL,
	`image_id` integer NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`tag_key`, `image_id`),
	FOREIGN KEY (`image_id`) REFERENCES `image`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `image_tag_image` ON `image_tag` (`image_id`);--> statement-breakpoint
CREATE TABLE `patient` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`mrn` text NOT NULL,
	`prefix` text DEFAULT '' NOT NULL,
	`given_name` text DEFAULT '' NOT NULL,
	`middle_name` text DEFAULT '' NOT NULL,
	`family_name` text NOT NULL,
	`suffix` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`photo_id` text,
	`sort_name` text NOT NULL,
	`birth_date` text NOT NULL,
	`deceased_on` text,
	`sex` text DEFAULT 'unknown' NOT NULL,
	`address_line` text DEFAULT '' NOT NULL,
	`city` text DEFAULT '' NOT NULL,
	`region` text DEFAULT '' NOT NULL,
	`postal_code` text DEFAULT '' NOT NULL,
	`country` text DEFAULT '' NOT NULL,
	`contacts` text DEFAULT '[]' NOT NULL,
	`emergency_name` text DEFAULT '' NOT NULL,
	`emergency_relationship` text DEFAULT '' NOT NULL,
	`emergency_phone` text DEFAULT '' NOT NULL,
	`insurance_provider` text DEFAULT '' NOT NULL,
	`insurance_number` text DEFAULT '' NOT NULL,
	`insurance_valid_until` text,
	`notes` text DEFAULT '' NOT NULL,
	`doctor_id` integer,
	`status` text DEFAULT 'active' NOT NULL,
	`create_key` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`doctor_id`) REFERENCES `doctor`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `patient_mrn` ON `patient` (`mrn`);--> statement-breakpoint
CREATE INDEX `patient_status_name` ON `patient` (`status`,`sort_name`,`birth_date`);--> statement-breakpoint
CREATE INDEX `patient_status_birth` ON `patient` (`status`,`birth_date`);--> statement-breakpoint
CREATE INDEX `patient_status_mrn` ON `patient` (`status`,`mrn`);--> statement-breakpoint
CREATE INDEX `patient_status_updated` ON `patient` (`status`,`updated_at`);--> statement-breakpoint
CREATE INDEX `patient_doctor_name` ON `patient` (`doctor_id`,`status`,`sort_name`,`birth_date`);--> statement-breakpoint
CREATE INDEX `patient_doctor_birth` ON `patient` (`doctor_id`,`status`,`birth_date`);--> statement-breakpoint
CREATE INDEX `patient_doctor_mrn` ON `patient` (`doctor_id`,`status`,`mrn`);--> statement-breakpoint
CREATE INDEX `patient_doctor_updated` ON `patient` (`doctor_id`,`status`,`updated_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `patient_create_key` ON `patient` (`create_key`) WHERE create_key is not null;--> statement-breakpoint
CREATE TABLE `source_identifier` (
	`system` text NOT NULL,
	`value` text NOT NULL,
	`kind` text NOT NULL,
	`record_id` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `source_identifier_source` ON `source_identifier` (`kind`,`system`,`value`);--> statement-breakpoint
CREATE INDEX `source_identifier_record` ON `source_identifier` (`kind`,`record_id`);--> statement-breakpoint
CREATE TABLE `photo` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`large` blob NOT NULL,
	`small` blob NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `draft` (
	`user_id` integer NOT NULL,
	`form_key` text NOT NULL,
	`sealed` blob NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `form_key`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
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
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`user_id` integer,
	`procedure` text NOT NULL,
	`action` text NOT NULL,
	`entity` text,
	`entity_id` integer,
	`patient_id` integer,
	`workstation` text NOT NULL,
	`outcome` text NOT NULL,
	`error_id` text,
	`details` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_event_at` ON `audit_event` (`at`);--> statement-breakpoint
CREATE INDEX `audit_event_patient` ON `audit_event` (`patient_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_event_user` ON `audit_event` (`user_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_event_action` ON `audit_event` (`action`,`at`);--> statement-breakpoint
CREATE INDEX `audit_event_entity` ON `audit_event` (`entity`,`at`);--> statement-breakpoint
CREATE INDEX `audit_event_record` ON `audit_event` (`entity`,`entity_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_event_refused` ON `audit_event` (`at`) WHERE outcome <> 'ok';--> statement-breakpoint
CREATE INDEX `audit_event_error` ON `audit_event` (`error_id`) WHERE error_id is not null;--> statement-breakpoint
CREATE INDEX `audit_event_changes` ON `audit_event` (`entity`,`id`) WHERE outcome = 'ok' and action in ('create', 'update', 'delete');--> statement-breakpoint
CREATE TABLE `cache_entry` (
	`cache` text NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`cache`, `key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `cache_entry_age` ON `cache_entry` (`cache`,`written_at`);--> statement-breakpoint
CREATE TABLE `counter` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `message` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`level` text NOT NULL,
	`key` text NOT NULL,
	`params` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `message_user` ON `message` (`user_id`);--> statement-breakpoint
CREATE TABLE `page_count` (
	`page` text NOT NULL,
	`user_id` integer NOT NULL,
	`visits` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`page`, `user_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
