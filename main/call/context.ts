import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { Kind } from '#contract/entities.ts';
import type { ErrorCode } from '#contract/ground/errors.ts';
import type { AuditAction, AuditEntity, ProcedureMeta } from '#contract/ground/procedure.ts';
import type { Writer } from '#db/index.ts';
import type { Services } from '#main/services/index.ts';
import type { Notice } from '#main/services/notice.ts';
import type { Station } from '#main/services/stations.ts';
import type { Send } from '#main/services/writeSending.ts';

/** One window, tab or terminal that calls. It is made by the host, which has checked who is there. */
export interface Connection {
  readonly id: string;
  /** Whose place this is; windows of one workstation share it, and with it who is signed in. */
  readonly station: Station;
}

/** What a host gives with each call. */
export interface CallContext {
  readonly services: Services;
  readonly connection: Connection;
  /** Notices that go back with the answer; the host sends what it finds here. */
  readonly notices: Notice[];
}

/** What one call turned out to be; made by the first step, filled on the way, read by log and audit. */
export interface CallRecord {
  /** Also the error id a person is shown. */
  readonly id: string;
  readonly procedure: string;
  readonly meta: ProcedureMeta;
  user: CurrentUser | null;
  /** Whose name was given where nobody is signed in yet: the audit's person of coming in, and of trying to. */
  claimed?: number;
  outcome: 'ok' | ErrorCode;
  touched: Touched[];
  about?: About;
}

/** What a call is about where its declaration cannot say it: the table a generic procedure works on, and what it does there. */
export interface About {
  entity: AuditEntity;
  /** What the audit calls it; as declared when left out. */
  action?: AuditAction;
  details?: Record<string, unknown>;
  /** Nothing was looked at that the audit has to know of; refused, the call leaves its row all the same. */
  isPassing?: boolean;
}

/** A record that a call read or changed, for audit, live pages and caches. */
export interface Touched {
  entity: Kind;
  id: number;
  /** What was done to this one; a call can do different things to different records. */
  action: AuditAction;
  patientId?: number;
  details?: Record<string, unknown>;
  /** This one was refused while the call went on with others; their outcome when left out. */
  refused?: ErrorCode;
}

/** Collects what a transaction touches; all of it is audited before the commit. */
export interface Change {
  touched(what: Touched): void;
  /** Says that everything was so already: a transaction that touches nothing else leaves no row. */
  unchanged(): void;
  /** Sends a signal inside the transaction; its post-commit receivers run once that has committed. */
  send: Send;
}

/** Runs changes in one transaction that carries its own audit row; refused on a full disk, unless they are tried even then. */
export type Write = <T>(
  changes: (tx: Writer, change: Change) => Promise<T>,
  options?: { evenWhenFull?: boolean },
) => Promise<T>;
