import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ImportProblem } from '#main/modules/people/imports/problem.ts';
import type { Item, SourceRecord, Stage } from '#main/modules/people/imports/record.ts';
import { countVisits } from '#main/modules/people/imports/seenMost.ts';
import { notOrdinary } from '#main/modules/people/imports/source.ts';
import { type Row, readCsv } from './csv.ts';
import { readPatient, readProvider, sourceKey } from './rows.ts';

/** The files of a Synthea CSV export that are read, and the columns without which they are something else. */
const files = {
  organizations: { name: 'organizations.csv', required: ['ID', 'PHONE'] },
  providers: { name: 'providers.csv', required: ['ID', 'NAME'] },
  encounters: { name: 'encounters.csv', required: ['PATIENT', 'PROVIDER', 'START'] },
  patients: { name: 'patients.csv', required: ['ID', 'BIRTHDATE', 'FIRST', 'LAST', 'GENDER'] },
} as const;

/**
 * The passes over a folder of Synthea's CSV files: providers become doctors, encounters tell whom a patient saw most,
 * then the patients. Only patients.csv has to be there. Raises {@link ImportProblem} when it is not.
 */
export function syntheaStages(folder: string): Stage[] {
  if (!existsSync(join(folder, files.patients.name))) throw new ImportProblem('noPatientsFile');
  const phones = new Map<string, string>();
  const visits = countVisits();

  const stage = (
    step: Stage['step'],
    file: (typeof files)[keyof typeof files],
    toItems: (row: Row) => Iterable<Item>,
  ) => {
    const path = join(folder, file.name);
    if (!existsSync(path)) return [];
    if (!statSync(path).isFile()) throw notOrdinary(path);
    async function* items(onDone: (bytes: number) => void) {
      for await (const row of readCsv({ ...file, path }, onDone)) yield* toItems(row);
    }
    return [{ step, total: () => statSync(path).size, items }];
  };

  return [
    ...stage('reading', files.organizations, (row) => {
      if ('cells' in row && row.cells.ID) phones.set(row.cells.ID, row.cells.PHONE ?? '');
      return [];
    }),
    ...stage('practitioners', files.providers, (row) =>
      itemsOf('doctor', files.providers.name, row, (place, cells) =>
        readProvider(place, cells, phones.get(cells.ORGANIZATION ?? '')),
      ),
    ),
    ...stage('encounters', files.encounters, (row) => {
      if ('cells' in row) visits.add(row.cells.PATIENT ?? '', row.cells.PROVIDER ?? '', row.cells.START ?? '');
      return itemsOf(null, files.encounters.name, row);
    }),
    ...stage('patients', files.patients, (row) =>
      itemsOf('patient', files.patients.name, row, (place, cells) => {
        const doctor = visits.seenMost([cells.ID ?? '']);
        return readPatient(place, cells, doctor ? sourceKey(doctor) : null);
      }),
    ),
  ];
}

/** What a row comes to: the record it tells of, or the refusal of the line. */
function itemsOf(
  kind: SourceRecord['kind'] | null,
  source: string,
  row: Row,
  read?: (place: { source: string; line: number }, cells: Record<string, string>) => Item,
): Item[] {
  const place = { source, line: row.line };
  if ('reason' in row) return [{ refused: { kind, place, reason: row.reason } }];
  return read ? [read(place, row.cells)] : [];
}
