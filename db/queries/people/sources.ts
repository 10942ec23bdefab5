import type { Reader, Writer } from '#db/engine.ts';
import { statement } from '#db/sqlite/prepared.ts';

/** The kinds of records that can come from elsewhere. */
export type SourceKind = 'patient' | 'doctor';

/** How a record is called where it came from: who gave the identifier, and the identifier. */
export interface SourceKey {
  system: string;
  value: string;
}

/** The record that came from this place, or undefined when none did. */
export async function findBySource(
  reader: Reader,
  kind: SourceKind,
  { system, value }: SourceKey,
): Promise<number | undefined> {
  return statement(reader, 'select record_id from source_identifier where kind = ? and system = ? and value = ?')
    .pluck()
    .get(kind, system, value) as number | undefined;
}

/** Remembers where a record came from. Raises when the identifier is another record's. */
export async function linkSource(
  tx: Writer,
  kind: SourceKind,
  { system, value }: SourceKey,
  recordId: number,
): Promise<void> {
  statement(tx, 'insert into source_identifier (kind, system, value, record_id) values (?, ?, ?, ?)').run(
    kind,
    system,
    value,
    recordId,
  );
}

/** Whether some patient, archived or not, has this MRN. */
export async function isMrnTaken(reader: Reader, mrn: string): Promise<boolean> {
  return statement(reader, 'select 1 from patient where mrn = ?').get(mrn) !== undefined;
}
