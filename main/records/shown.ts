import type { Kind } from '#contract/entities.ts';
import type { RecordStatus } from '#contract/ground/fields.ts';
import type { Reader } from '#db/index.ts';

/** A record as it stands in a list of many kinds. */
export interface Shown {
  name: string;
  /** What tells it from others of the same name; empty where there is nothing. */
  detail: string;
  pictureId: string | null;
  /** Of a person who is treated here: what tells them from a namesake. */
  birthDate?: string;
  deceasedOn?: string | null;
  /** Active where its kind is never archived. */
  status?: RecordStatus;
}

/** How the records of one kind are shown among others. */
export interface ShownKind {
  kind: Kind;
  /** Undefined when there is none with this id. */
  find(reader: Reader, id: number): Promise<Shown | undefined>;
}

let brought: ReadonlyMap<Kind, ShownKind> = new Map();

/** Takes what the modules bring; called once, where they are put together. */
export function takeShown(list: readonly ShownKind[]): void {
  brought = new Map(list.map((one) => [one.kind, one]));
}

/** A kind whose records are found by `get` and shown by `show`. */
export const shownBy = <Row>(
  kind: Kind,
  get: (reader: Reader, id: number) => Promise<Row | undefined>,
  show: (row: Row) => Shown,
): ShownKind => ({
  kind,
  find: async (reader, id) => {
    const row = await get(reader, id);
    return row && show(row);
  },
});

/** The record as it stands among others; undefined when there is none, or nobody has said how its kind is shown. */
export const findShown = (reader: Reader, kind: Kind, id: number): Promise<Shown | undefined> =>
  brought.get(kind)?.find(reader, id) ?? Promise.resolve(undefined);
