/** What main sees of the database, beside the queries of `queries/`. Which engine is beneath is told here and nowhere else. */
export type { Database, OpenOptions, Reader, StorageEvent, Writer } from './engine.ts';
export { DatabaseOpenError, StorageError, type StorageProblem } from './errors.ts';
export { openCheckpointer } from './sqlite/checkpointing.ts';
export { storageErrorCode } from './sqlite/codes.ts';
export { logDamage } from './sqlite/damage/log.ts';
export { openDatabase } from './sqlite/database.ts';
export {
  type Inspection,
  inspectDatabase,
  inspectMigrations,
  type Looked,
  type MigrationState,
} from './sqlite/inspect.ts';
export { lockFolder } from './sqlite/lock.ts';
export { toOpenError } from './sqlite/openError.ts';
export { quickFaults } from './sqlite/quickCheck.ts';
export { openRemaker } from './sqlite/search/remake.ts';
export { isUnwritable, storageProblem } from './storage.ts';
