import type * as z from 'zod';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { AdminField } from '#contract/admin/record.ts';
import type { AdminCell, AdminColumn, AdminRow } from '#contract/admin/table.ts';
import type { AuditAction } from '#contract/ground/procedure.ts';
import type { Permission } from '#contract/permission.ts';
import type { Reader } from '#db/index.ts';
import type { Context } from '#main/call/caller.ts';
import type { Touched } from '#main/call/context.ts';
import type { Services } from '#main/services/index.ts';

/** What a table reads with: everything it answers is of one moment, and for one pair of eyes. */
export interface Reading {
  readonly services: Services;
  readonly reader: Reader;
  readonly user: CurrentUser;
}

/** Which rows, and in which order. */
export interface Query {
  text: string;
  filters: Record<string, string>;
  sort: string;
  descending: boolean;
}

export interface Page {
  rows: AdminRow[];
  /** Where the next page begins; null on the last. */
  next: string | null;
}

export interface Count {
  count: number;
  /** Counting stopped there. */
  atLeast: boolean;
}

export interface Facet {
  name: string;
  options: Array<Count & { value: string; label: string | null }>;
}

/** Where the rows of a table come from. */
export interface Source {
  /** Raises RangeError for a cursor that is not one of its own. */
  page(reading: Reading, query: Query, place: { cursor?: string | undefined; limit: number }): Promise<Page>;
  /**
   * Everything that fits, for exports and actions on all of it, where `page` stops at the best of it. In whatever order
   * costs least, and no row is left out or comes twice because of what is done to those before it.
   */
  every?: Source['page'];
  count(reading: Reading, query: Query): Promise<Count>;
  facets(reading: Reading, query: Query): Promise<Facet[]>;
  one(reading: Reading, id: string): Promise<AdminRow | null>;
  /** The sum of one column for each value of another. */
  sums?(reading: Reading, query: Query, by: string, sum: string): Promise<Array<{ label: string; value: number }>>;
}

export interface RowVersion {
  id: string;
  version: number;
}

/** The form of a record: what is in it, and how the module that owns the record keeps it. */
export interface Form {
  /** Its name in the paths of the module's errors. */
  root: string;
  schema: z.ZodType;
  fields: AdminField[];
  /** Defaults of a new record. */
  blank: Record<string, unknown>;
  /** `createdAt` is left out where there always was something, as with settings. */
  load(reading: Reading, id: string): Promise<{ values: Record<string, unknown>; version: number; createdAt?: number }>;
  save?(context: Context, place: RowVersion, values: unknown): Promise<unknown>;
  /** Answers the id of the new record. */
  create?(context: Context, createKey: string, values: unknown): Promise<number>;
}

/** Something done with any number of records, one after the other. */
export interface Action {
  name: string;
  permission: Permission;
  /** What the audit calls it, as it calls the same thing done elsewhere; `update` when left out. */
  audit?: AuditAction;
  /** Asks for a password given lately. */
  fresh?: boolean;
  undo?: string;
  final?: boolean;
  /** Whether it makes sense for this row. */
  fits?: (row: AdminRow) => boolean;
  run(context: Context, id: string): Promise<unknown>;
}

/** Everything the administration knows of a table; there is nothing else to write for a new one but its texts. */
export interface AdminTable {
  name: string;
  /** Where it stands on the first page; the lowest comes first. */
  order: number;
  /** What its records are called in the audit; without it they have no history. */
  entity?: Touched['entity'];
  /** Patients can be made out in its rows: looking through them is in the audit. */
  showsPatients?: true;
  may: { view: readonly Permission[]; add?: Permission; change?: (id: string) => Permission };
  /** What each of its records needs, where they differ. */
  parts?: ReadonlyArray<{ view: Permission; change: Permission }>;
  columns: AdminColumn[];
  filters: string[];
  /** Which of its records other forms offer to choose from, by its filters; all of them unless said. */
  offered?: Record<string, string>;
  searchable: boolean;
  sort: { by: string; descending: boolean };
  source: Source;
  /** False for rows without pages of their own. */
  hasRecords: boolean;
  form?: (id: string | null) => Form | null;
  /** The number under which the audit knows a record; its id unless said otherwise. */
  auditId?: (id: string) => number;
  /** Saving asks for a password given lately. */
  fresh?: boolean;
  actions?: Action[];
  /** For these two see the contract. */
  newest?: number;
  refreshSeconds?: number;
  related?: Array<{ table: string; filter: string }>;
  /** Where else the record is looked after: a page of the clinic's daily work, or of another table. */
  page?: (id: string) => string | null;
  chart?: { by: string; sum: string };
}

type Kind = AdminColumn['kind'];

/** A column by which the table can be sorted. */
export const sorted = (name: string, kind: Kind = 'text'): AdminColumn => ({ name, kind, sort: true });

/** A column that is only read. */
export const shown = (name: string, kind: Kind = 'text'): AdminColumn => ({ name, kind, sort: false });

/** A cell as text, for searching and naming. */
export function cellText(cell: AdminCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return Array.isArray(cell) ? cell.join(', ') : String(cell);
}
