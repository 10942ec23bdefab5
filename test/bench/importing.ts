import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#db/sqlite/connection.ts';
import { migrate } from '#db/sqlite/migrate.ts';
import { startJob } from '#main/modules/people/imports/job.ts';
import { migrationsFolder } from '#main/root.ts';
import type { BenchClinic } from './clinic.ts';
import { type Figures, percentile } from './measure.ts';

const ROWS = 4_000;
const BATCH = 100;

/**
 * Rows per second of an import of Synthea's CSV as the app runs it -- read, checked against the schemas, stored with search
 * index, source and audit, a transaction per batch -- beside the bare insert of as many rows in the same batches.
 * `p50` is the whole import's speed, `p95` that of its slowest twentieth; the ratio is bare over ours.
 */
export async function measureImport(clinic: BenchClinic): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-bench-'));
  try {
    writeSource(folder);
    const steps = await importOnce(clinic, folder);
    const bare = insertBare(join(folder, 'bare.db'));
    const speeds = steps.map(({ rows, seconds }) => rows / seconds);
    const whole = steps.reduce((sum, { rows }) => sum + rows, 0) / steps.reduce((sum, { seconds }) => sum + seconds, 0);
    const [p50, p95] = [Math.round(whole), Math.round(percentile(speeds, 0.05))];
    return { p50, p95, bare_p95: Math.round(bare), ratio: Math.round((bare / whole) * 100) / 100 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Step {
  rows: number;
  seconds: number;
}

/** Imports the folder and tells how fast it went from one report of progress to the next. */
async function importOnce({ backend }: BenchClinic, path: string): Promise<Step[]> {
  const importer = { userId: null, workstation: 'bench', procedure: 'imports.start' };
  const job = startJob(backend.services, { kind: 'import', format: 'synthea-csv', path, dryRun: false, importer });
  const steps: Step[] = [];
  let [lastDone, lastAt] = [0, 0];
  for await (const { step, done, total, state, failure } of job.progress.follow(undefined)) {
    if (failure) throw new Error(failure.key);
    if (step !== 'patients') continue;
    const [rows, now] = [(done / Math.max(total, 1)) * ROWS, performance.now()];
    if (lastAt > 0 && rows > lastDone) steps.push({ rows: rows - lastDone, seconds: (now - lastAt) / 1000 });
    [lastDone, lastAt] = [rows, now];
    if (state !== 'running') break;
  }
  await job?.ended;
  return steps;
}

function insertBare(file: string): number {
  const connection = connect(file, Buffer.alloc(32, 1));
  migrate(connection, migrationsFolder);
  const insert = connection.sqlite.prepare(
    `insert into patient (mrn, family_name, given_name, sort_name, birth_date, sex, created_at, updated_at)
     values (?, ?, ?, ?, '1970-01-01', 'female', 1, 1)`,
  );
  const startedAt = performance.now();
  for (let from = 0; from < ROWS; from += BATCH) {
    connection.sqlite.transaction(() => {
      for (let row = from; row < from + BATCH; row += 1)
        insert.run(`B-${row}`, `Family${row}`, `Given${row}`, `family${row} given${row}`);
    })();
  }
  const seconds = (performance.now() - startedAt) / 1000;
  connection.sqlite.close();
  return ROWS / seconds;
}

const HEAD =
  'Id,BIRTHDATE,DEATHDATE,SSN,DRIVERS,PASSPORT,PREFIX,FIRST,LAST,SUFFIX,MAIDEN,MARITAL,RACE,ETHNICITY,GENDER,BIRTHPLACE,ADDRESS,CITY,STATE,COUNTY,FIPS,ZIP,LAT,LON,HEALTHCARE_EXPENSES,HEALTHCARE_COVERAGE,INCOME';

/** A Synthea folder of people whom no earlier run has brought in. */
function writeSource(folder: string): void {
  const run = Date.now().toString(36);
  const name = (row: number) => [...String(row)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const lines = Array.from(
    { length: ROWS },
    (_, row) =>
      `${run}-${row},19${String(row % 90).padStart(2, '0')}-01-15,,,,,,First${name(row)},Last${name(row)},,,,,,F,,${row} High Street,Lincoln,Nebraska,,,68504,,,,,`,
  );
  writeFileSync(join(folder, 'patients.csv'), `${HEAD}\n${lines.join('\n')}\n`);
  writeFileSync(
    join(folder, 'providers.csv'),
    'Id,ORGANIZATION,NAME,GENDER,SPECIALITY,ADDRESS,CITY,STATE,ZIP,LAT,LON,ENCOUNTERS,PROCEDURES\n',
  );
  writeFileSync(join(folder, 'encounters.csv'), 'Id,START,STOP,PATIENT,ORGANIZATION,PROVIDER\n');
  writeFileSync(
    join(folder, 'organizations.csv'),
    'Id,NAME,ADDRESS,CITY,STATE,ZIP,LAT,LON,PHONE,REVENUE,UTILIZATION\n',
  );
}
