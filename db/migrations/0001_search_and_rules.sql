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
INSERT INTO `group` (id, name, created_at, updated_at) VALUES
  (1, 'Administrators', 0, 0), (2, 'Doctors', 0, 0), (3, 'Reception', 0, 0), (4, 'Billing', 0, 0), (5, 'Read only', 0, 0);
--> statement-breakpoint
INSERT INTO `group_permission` (group_id, permission) VALUES
  (1, 'patients.view'), (1, 'patients.add'), (1, 'patients.change'), (1, 'patients.delete'),
  (1, 'doctors.view'), (1, 'doctors.add'), (1, 'doctors.change'), (1, 'doctors.delete'),
  (1, 'users.view'), (1, 'users.add'), (1, 'users.change'), (1, 'users.delete'), (1, 'data.import'),
  (2, 'patients.view'), (2, 'patients.add'), (2, 'patients.change'), (2, 'patients.delete'), (2, 'doctors.view'),
  (3, 'patients.view'), (3, 'patients.add'), (3, 'patients.change'), (3, 'patients.delete'), (3, 'doctors.view'),
  (4, 'patients.view'), (4, 'doctors.view'),
  (5, 'patients.view'), (5, 'doctors.view');
