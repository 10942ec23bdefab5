import { connect } from './connection.ts';

/** What SQLite finds wrong with the pages of a database, each read once; empty when all is well. Raises what reading raises. */
export function quickFaults(file: string, key: Buffer): string[] {
  const { sqlite } = connect(file, key, { readonly: true });
  try {
    const lines = sqlite.prepare('pragma quick_check').pluck().all() as string[];
    return lines.filter((line) => line !== 'ok');
  } finally {
    sqlite.close();
  }
}
