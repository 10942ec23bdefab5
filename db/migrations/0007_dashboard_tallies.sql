-- How many living, active patients were born in each month, by sex: the age pyramid reads a few thousand rows of this
-- instead of every patient.
CREATE TABLE `patient_birth_tally` (
  `sex` text NOT NULL,
  `born_in` text NOT NULL,
  `patients` integer NOT NULL,
  PRIMARY KEY (`sex`, `born_in`)
) WITHOUT ROWID, STRICT;
--> statement-breakpoint
-- How many patients were registered in each quarter of an hour since 1970: every time zone's day begins with one.
CREATE TABLE `patient_registration_tally` (
  `quarter` integer PRIMARY KEY NOT NULL,
  `patients` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `patient_birth_tally_insert` AFTER INSERT ON `patient`
  WHEN new.status = 'active' AND new.deceased_on IS NULL BEGIN
  INSERT INTO patient_birth_tally VALUES (new.sex, substr(new.birth_date, 1, 7), 1)
    ON CONFLICT DO UPDATE SET patients = patients + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `patient_birth_tally_leave` AFTER UPDATE OF sex, birth_date, deceased_on, status ON `patient`
  WHEN old.status = 'active' AND old.deceased_on IS NULL AND (old.sex, old.birth_date, old.status, old.deceased_on)
    IS NOT (new.sex, new.birth_date, new.status, new.deceased_on) BEGIN
  UPDATE patient_birth_tally SET patients = patients - 1 WHERE sex = old.sex AND born_in = substr(old.birth_date, 1, 7);
END;
--> statement-breakpoint
CREATE TRIGGER `patient_birth_tally_enter` AFTER UPDATE OF sex, birth_date, deceased_on, status ON `patient`
  WHEN new.status = 'active' AND new.deceased_on IS NULL AND (old.sex, old.birth_date, old.status, old.deceased_on)
    IS NOT (new.sex, new.birth_date, new.status, new.deceased_on) BEGIN
  INSERT INTO patient_birth_tally VALUES (new.sex, substr(new.birth_date, 1, 7), 1)
    ON CONFLICT DO UPDATE SET patients = patients + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `patient_birth_tally_delete` AFTER DELETE ON `patient`
  WHEN old.status = 'active' AND old.deceased_on IS NULL BEGIN
  UPDATE patient_birth_tally SET patients = patients - 1 WHERE sex = old.sex AND born_in = substr(old.birth_date, 1, 7);
END;
--> statement-breakpoint
CREATE TRIGGER `patient_registration_tally_insert` AFTER INSERT ON `patient` BEGIN
  INSERT INTO patient_registration_tally VALUES (new.created_at / 900000, 1)
    ON CONFLICT DO UPDATE SET patients = patients + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `patient_registration_tally_delete` AFTER DELETE ON `patient` BEGIN
  UPDATE patient_registration_tally SET patients = patients - 1 WHERE quarter = old.created_at / 900000;
END;
--> statement-breakpoint
INSERT INTO patient_birth_tally SELECT sex, substr(birth_date, 1, 7), count(*) FROM patient
  WHERE status = 'active' AND deceased_on IS NULL GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO patient_registration_tally SELECT created_at / 900000, count(*) FROM patient GROUP BY 1;
--> statement-breakpoint
INSERT OR IGNORE INTO `group_permission` (group_id, permission) SELECT id, permission FROM `group`, (
  SELECT 1 AS of, 'cache.view' AS permission UNION ALL SELECT 1, 'cache.change' UNION ALL SELECT 1, 'cache.clear'
  UNION ALL SELECT 1, 'images.view' UNION ALL SELECT 1, 'images.add' UNION ALL SELECT 1, 'images.change'
  UNION ALL SELECT 1, 'images.delete' UNION ALL SELECT 2, 'images.view' UNION ALL SELECT 2, 'images.add'
  UNION ALL SELECT 2, 'images.change' UNION ALL SELECT 2, 'images.delete' UNION ALL SELECT 3, 'images.view'
  UNION ALL SELECT 4, 'images.view' UNION ALL SELECT 5, 'images.view'
) WHERE of = `group`.id;
