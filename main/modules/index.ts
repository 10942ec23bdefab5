import type { AdminTable } from '#main/admin/table.ts';
import { takeTables } from '#main/admin/tables.ts';
import { api } from '#main/pipeline/index.ts';
import { type ShownKind, takeShown } from '#main/records/shown.ts';
import * as all from './all.ts';

type All = typeof all;
type Handlers = { [Name in keyof All as All[Name] extends { handlers: object } ? Name : never]: HandlersOf<All[Name]> };
type HandlersOf<Module> = Module extends { handlers: infer H } ? H : never;

interface Module {
  handlers?: object;
  /** Its table in Administration. */
  admin?: AdminTable;
  /** How its records stand among those of other kinds. */
  shown?: ShownKind;
}

const modules: Record<string, Module> = all;

/** Every table of Administration, in the order in which they stand on its first page. */
export const adminTables: readonly AdminTable[] = Object.values(modules)
  .flatMap(({ admin }) => admin ?? [])
  .sort((a, b) => a.order - b.order);
takeTables(adminTables);

/** How the records of each kind stand among those of others. */
export const shownKinds: readonly ShownKind[] = Object.values(modules).flatMap(({ shown }) => shown ?? []);
takeShown(shownKinds);

/** Every handler. One that is missing does not compile. */
export const router = api.router(
  Object.fromEntries(
    Object.entries(modules).flatMap(([name, { handlers }]) => (handlers ? [[name, handlers]] : [])),
  ) as Handlers,
);
