import type { Kind } from '#contract/entities.ts';
import type { Reader } from '#db/index.ts';
import { createRecord, type RecordStore, type Saving } from './save.ts';

/** Made-up records that a module brings to a clinic for trying things out. */
export interface DemoRecords {
  kind: Kind;
  /** Adds those that are not there yet; answers the ids of those it added. */
  add(at: Saving): Promise<number[]>;
}

/**
 * These records, each added once however often made-up data is loaded; those that `isThere` finds, which the clinic has made
 * itself, are left as they are.
 */
export const demoOf = <Row extends { id: number; version: number }, New extends object>(
  store: RecordStore<Row, New>,
  records: readonly New[],
  isThere: (reader: Reader, record: New) => Promise<boolean>,
): DemoRecords => ({
  kind: store.kind,
  add: async (at) => {
    const ids: number[] = [];
    for (const [place, record] of records.entries()) {
      const createKey = `demo-${store.kind}-${place + 1}`;
      if ((await isThere(at.tx, record)) || (await store.made?.(at.tx, createKey))) continue;
      const { id } = await createRecord(at, store, { createKey, form: {} }, () => record);
      ids.push(id);
    }
    return ids;
  },
});
