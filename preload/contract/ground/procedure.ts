import { oc } from '@orpc/contract';
import { kinds } from '../entities.ts';
import type { Permission } from '../permission.ts';
import { errorMap } from './errors.ts';

/**
 * Who may call. There is no default: a procedure that declares none does not compile.
 * - `public`: anybody at this computer, signed in or not
 * - `signedIn`: any active user
 * - `superuser`: those who may do everything; no group can be allowed it
 * - a permission such as `patients.change`, or several of which one suffices
 */
export type Access = 'public' | 'signedIn' | 'superuser' | Permission | readonly Permission[];

/** What changes a record; the index of the latest changes (`db/schema/system.ts`) holds the same. */
export const changeActions = ['create', 'update', 'archive', 'restore', 'activate', 'deactivate', 'delete'] as const;

/** What the audit calls what was done. */
export const auditActions = [
  ...changeActions,
  'read',
  'query',
  'print',
  'export',
  'import',
  'tryImport',
  'empty',
  'check',
  'move',
  'confirm',
  'signIn',
  'signOut',
  'lock',
  'unlock',
  'setup',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What a row of the audit is about: a kind of record, or something of the program's own. */
export const auditEntities = [...kinds, 'admin', 'bookmark', 'database', 'photo'] as const;
export type AuditEntity = (typeof auditEntities)[number];

/**
 * What a procedure is let through in spite of:
 * - `maintenance`: the clinic is closed for maintenance
 * - `lock`: the station is locked
 * - `passwordChange`: the user has to choose a new password first
 */
export type Exemption = 'maintenance' | 'lock' | 'passwordChange';

export interface CachePolicy {
  seconds: number;
  scope: 'user' | 'permissions';
  /** Kinds of records (`patient`), or names of one's own. */
  tags: readonly string[];
}

export interface ProcedureMeta {
  access: Access;
  /** Administration: for the staff alone, whatever rights somebody holds. */
  staff?: true;
  /** A `read` changes nothing a person could see, and is nobody's activity; a `write` gets its transaction and audit row. */
  effect: 'read' | 'write';
  /** What the audit calls this, and which entity it touches. Calls without it leave no row unless they are refused. */
  audit?: { action: AuditAction; entity: AuditEntity };
  /**
   * Answers may be kept for so many seconds, until a write touches one of the tags; for one user, or for all who may do
   * the same. `false`: never, not even where the clinic caches every read.
   */
  cache?: CachePolicy | false;
  exempt?: Exemption | readonly Exemption[];
  /** Stores much, and is refused first when the disk becomes full. */
  bulk?: boolean;
  /** Asks for the password again when it was last given more than five minutes ago. */
  fresh?: boolean;
  /** Stays quiet in the log, and a write from counting as somebody's activity (streams, heartbeats). */
  quiet?: boolean;
}

const base = oc.$meta<Partial<ProcedureMeta>>({}).errors(errorMap);

/** The start of every procedure of the contract: who may call it and what it does, before what goes in and out. */
export function procedure(meta: ProcedureMeta) {
  return base.meta(meta);
}

/** What the audit calls the procedures of one kind of record. */
export const auditOf = (entity: AuditEntity) => (action: AuditAction) => ({ action, entity });
