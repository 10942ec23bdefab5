import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { ImportFormat, ImportReport } from '#contract/people/imports.ts';
import { emptyReport } from '#main/modules/people/imports/run.ts';
import { importFrom } from '#main/modules/people/imports/task.ts';
import type { startClinic, TestBackend } from '#test/support/backend.ts';
import { refusedByForms } from '#test/support/throughForms.ts';

export type Admin = Awaited<ReturnType<typeof startClinic>>['admin'];

/** A folder of files for a test: names to contents. */
export function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-import-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/**
 * Imports in this thread, which spares a test the start of another one; answers the report, or raises why there is none.
 * Whatever was brought in is such as the clinic's own forms take.
 */
export async function importHere(
  { data }: TestBackend,
  format: ImportFormat,
  path: string,
  options: { dryRun?: boolean; signal?: AbortSignal; onBatch?: () => void } = {},
): Promise<ImportReport> {
  const report = emptyReport(options.dryRun ?? false);
  await importFrom(
    { kind: 'import', format, path, dryRun: report.dryRun, importer },
    {
      file: data.db.file,
      key: data.key,
      report,
      signal: options.signal ?? new AbortController().signal,
      onProgress: () => undefined,
      onStored: () => undefined,
      inTurn: async (work) => {
        const result = await data.db.exclusive(() => work({ patient: [], doctor: [] }));
        options.onBatch?.();
        return result;
      },
    },
  );
  expect(await refusedByForms(data.db)).toEqual([]);
  return report;
}

export const importer = { userId: 1, workstation: 'FRONT-DESK-2', procedure: 'imports.start' };

export const counted = (created: number, updated = 0, skipped = 0, refused = 0) => ({
  created,
  updated,
  skipped,
  refused,
});

const PATIENTS = 'Id,BIRTHDATE,DEATHDATE,SSN,PREFIX,FIRST,LAST,SUFFIX,GENDER,ADDRESS,CITY,STATE,ZIP';

/** A small population: two doctors, three patients, the first of whom saw the second doctor most. */
export const population = {
  'organizations.csv': 'Id,NAME,PHONE\no1,NORTH CLINIC,402-555-0101 Or 402-555-0102\n',
  'providers.csv':
    'Id,ORGANIZATION,NAME,GENDER,SPECIALITY\nd1,o1,Johna806 Klein929,F,GENERAL PRACTICE\nd2,o1,Julio César525 De la Cruz185,M,CARDIOLOGY\n',
  'encounters.csv':
    'Id,START,PATIENT,PROVIDER\ne1,2020-01-01T00:00:00Z,p1,d1\ne2,2020-01-02T00:00:00Z,p1,d2\ne3,2020-01-03T00:00:00Z,p1,d2\ne4,2021-01-03T00:00:00Z,p2,d1\n',
  'patients.csv': [
    PATIENTS,
    'p1,1980-05-17,,999-12-3456,Mrs.,Alice368,O\'Keefe633,PhD,F,"406 Kohler Camp, Apt 2",Lincoln,Nebraska,68504',
    'p2,1955-01-02,2019-03-04,999-12-3457,,Zoë12,Nguyễn77,,F,,,,',
    'p3,2001-12-31,,999-12-3458,,李,王,,M,,,,',
    '',
  ].join('\n'),
};

export const patientsCsv = (...lines: string[]) => ({ 'patients.csv': [PATIENTS, ...lines, ''].join('\n') });

/** So many patients, one a line. */
export const manyPatients = (count: number) =>
  patientsCsv(...Array.from({ length: count }, (_, at) => `m${at},1980-05-17,,,,Given,Family ${at},,F,,,,`));
