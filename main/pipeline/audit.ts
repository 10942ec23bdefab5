import { os } from '@orpc/server';
import type { AuditRow } from '#main/services/audit.ts';
import { writeSending } from '#main/services/writeSending.ts';
import type { CallContext, CallRecord, Touched, Write } from '../call/context.ts';
import { verdictOn } from './errors.ts';

type AuditContext = CallContext & { call: CallRecord };

/**
 * Step 3: who did what to which record, refusals too. A change and its row are one transaction, handed to the handler
 * as `context.write`; reads and refusals leave their row a moment later.
 */
export const audit = os.$context<AuditContext>().middleware(async ({ context, next }) => {
  const { call, services } = context;
  let written = false;

  const write: Write = async (changes, { evenWhenFull = false } = {}) => {
    if (!evenWhenFull) services.diskSpace.refuseFrom('full');
    const touched: Touched[] = [];
    let isUnchanged = false;
    const unchanged = () => {
      isUnchanged = true;
    };
    const { result, afterCommit } = await writeSending(services.db, services.signals, async (tx, send) => {
      const answer = await changes(tx, { touched: (what) => void touched.push(what), unchanged, send });
      if (touched.length > 0 || !isUnchanged) await services.audit.append(tx, rowsOf(context, touched, 'ok'));
      return answer;
    });
    written = true;
    await announce(context, touched);
    for (const error of await afterCommit()) logFault(context, error);
    return result;
  };

  try {
    const result = await next({ context: { write } });
    if (call.meta.audit && !call.about?.isPassing) noteRead(context, written);
    return result;
  } catch (error) {
    const { code } = verdictOn(error);
    for (const row of rowsOf(context, call.touched, code)) services.audit.note({ ...row, errorId: call.id });
    throw error;
  }
});

/** What was looked at; of a call that wrote, only what was refused on the way: the changes have their rows. */
function noteRead(context: AuditContext, written: boolean): void {
  const { call, services } = context;
  const refused = call.touched.filter((touched) => touched.refused);
  if (written && refused.length === 0) return;
  for (const row of rowsOf(context, written ? refused : call.touched, 'ok')) services.audit.note(row);
}

function rowsOf(context: AuditContext, touched: Touched[], outcome: string): AuditRow[] {
  const { call, services, connection } = context;
  const { entity = call.meta.audit?.entity ?? null, action, details = null } = call.about ?? {};
  const common = {
    at: services.clock.now(),
    userId: call.user?.id ?? null,
    procedure: call.procedure,
    action: action ?? call.meta.audit?.action ?? call.meta.effect,
    workstation: connection.station.workstation,
    outcome,
  };
  if (touched.length === 0) return [{ ...common, entity, details }];
  return touched.map(({ entity, id, action, patientId, details, refused }) => ({
    ...common,
    action,
    outcome: refused ?? outcome,
    entity,
    entityId: id,
    patientId: patientId ?? (entity === 'patient' ? id : null),
    details: details ?? null,
  }));
}

/** A receiver that fails after the commit cannot undo it; the log says so. */
function logFault({ services, call }: AuditContext, error: unknown): void {
  const fault = error instanceof Error ? { name: error.name, message: error.message } : { name: typeof error };
  services.log.error({ call: call.id, procedure: call.procedure, fault }, 'receiver failed');
}

/** Tells open pages what has changed, one event a kind of record. */
async function announce({ services }: AuditContext, touched: Touched[]): Promise<void> {
  const kinds = new Map<Touched['entity'], number[]>();
  for (const { entity, id } of touched) kinds.set(entity, [...(kinds.get(entity) ?? []), id]);
  for (const [kind, ids] of kinds) await services.signals.sendRobust('committed', { kind, ids });
}
