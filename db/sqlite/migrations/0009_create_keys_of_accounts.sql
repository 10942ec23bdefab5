ALTER TABLE `group` ADD `create_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `group_create_key` ON `group` (`create_key`) WHERE create_key is not null;--> statement-breakpoint
ALTER TABLE `user` ADD `create_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `user_create_key` ON `user` (`create_key`) WHERE create_key is not null;