import type { AdminTable } from './table.ts';

let brought: readonly AdminTable[] = [];

/** Every table of Administration, in the order of its first page. */
export const adminTables = (): readonly AdminTable[] => brought;

/** Takes the tables that the modules bring; called once, where the modules are put together. */
export function takeTables(tables: readonly AdminTable[]): void {
  brought = tables;
}
