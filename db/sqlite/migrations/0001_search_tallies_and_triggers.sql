-- The search index over patients: names, MRN, phone digits, birth date, doctor. Written by db/search, row id = patient id.
-- Terms arrive folded; the first character tells their kind (db/search/terms.ts), so none of those may separate terms.
CREATE VIRTUAL TABLE `patient_search` USING fts5(
  terms, content='', contentless_delete=1, detail='none', prefix='1 2 3 4 5 6',
  tokenize="ascii tokenchars '#+=@&~'"
);
--> statement-breakpoint
-- Every distinct word of the patients' names and how many patients have it: where a mistyped word finds the right one.
CREATE TABLE `name_word` (
  `word` text PRIMARY KEY NOT NULL,
  `uses` integer NOT NULL
) WITHOUT ROWID, STRICT;
--> statement-breakpoint
-- How many patients each doctor (0: none) has by status, kept by triggers so that no list ever counts rows.
CREATE TABLE `patient_tally` (
  `doctor_id` integer NOT NULL,
  `status` text NOT NULL,
  `patients` integer NOT NULL,
  PRIMARY KEY (`doctor_id`, `status`)
) WITHOUT ROWID, STRICT;
--> statement-breakpoint
CREATE TRIGGER `patient_tally_insert` AFTER INSERT ON `patient` BEGIN
  INSERT INTO patient_tally VALUES (coalesce(new.doctor_id, 0), new.status, 1)
    ON CONFLICT DO UPDATE SET patients = patients + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `patient_tally_update` AFTER UPDATE OF doctor_id, status ON `patient`
  WHEN old.doctor_id IS NOT new.doctor_id OR old.status IS NOT new.status BEGIN
  UPDATE patient_tally SET patients = patients - 1 WHERE doctor_id = coalesce(old.doctor_id, 0) AND status = old.status;
  INSERT INTO patient_tally VALUES (coalesce(new.doctor_id, 0), new.status, 1)
    ON CONFLICT DO UPDATE SET patients = patients + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `patient_tally_delete` AFTER DELETE ON `patient` BEGIN
  UPDATE patient_tally SET patients = patients - 1 WHERE doctor_id = coalesce(old.doctor_id, 0) AND status = old.status;
END;
--> statement-breakpoint
-- The audit is written once and never changed.
CREATE TRIGGER `audit_event_no_update` BEFORE UPDATE ON `audit_event` BEGIN
  SELECT RAISE(ABORT, 'audit rows are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_event_no_delete` BEFORE DELETE ON `audit_event` BEGIN
  SELECT RAISE(ABORT, 'audit rows are never removed');
END;
--> statement-breakpoint
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
