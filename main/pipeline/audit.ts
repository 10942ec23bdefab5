import { os } from '@orpc/server';
import * as z from 'zod';
import { type AuditEntity, auditEntities } from '#contract/ground/procedure.ts';
import { announce, logReceiverFault, rowOfTouched } from '#main/records/touched.ts';
import type { AuditRow } from '#main/services/audit.ts';
import { writeSending } from '#main/services/writeSending.ts';
import type { CallContext, CallRecord, Touched, Write } from '../call/context.ts';
import { verdictOn } from './errors.ts';

type AuditContext = CallContext & { call: CallRecord };

/**
 * Step 3: who did what to which record, refusals too. A change and its row are one transaction, handed to the handler
 * as `context.write`; reads and refusals leave their row a moment later.
 */
export const audit = os.$context<AuditContext>().middleware(async ({ context, next }, input: unknown) => {
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
      if (touched.length > 0 || !isUnchanged) await services.audit.append(tx, rowsOf(context, touched, 'ok', input));
      return answer;
    });
    written = true;
    await announce(services, touched);
    for (const error of await afterCommit())
      logReceiverFault(services, { call: call.id, procedure: call.procedure }, error);
    return result;
  };

  try {
    const result = await next({ context: { write } });
    if (call.meta.audit && !call.about?.isPassing) noteRead(context, written, input);
    return result;
  } catch (error) {
    const { code } = verdictOn(error);
    for (const row of rowsOf(context, meant(context), code, input)) services.audit.note({ ...row, errorId: call.id });
    throw error;
  }
});

/** What was looked at; of a call that wrote, only what was refused on the way: the changes have their rows. */
function noteRead(context: AuditContext, written: boolean, input: unknown): void {
  const { call, services } = context;
  const refused = call.touched.filter((touched) => touched.refused);
  if (written && refused.length === 0) return;
  for (const row of rowsOf(context, written ? refused : call.touched, 'ok', input)) services.audit.note(row);
}

/** Of a call that was to change something: the records it had looked at are those it was refused to change. */
function meant({ call }: AuditContext): Touched[] {
  if (call.meta.effect === 'read') return call.touched;
  return call.touched.map((touched) => (touched.action === 'read' ? { ...touched, action: actOf(call) } : touched));
}

/** What the audit calls the call; what declares nothing and was refused was to read or to change something. */
const actOf = ({ about, meta }: CallRecord) =>
  about?.action ?? meta.audit?.action ?? (meta.effect === 'read' ? 'read' : 'update');

/** A record as its caller named it, before anything was looked up: what was read, or refused. */
interface Named {
  id: number | null;
  /** Photos are asked for by whose they are. */
  subject?: AuditEntity;
}

const recordId = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
const namedById = z.object({ id: recordId });
const namedBySubject = z.object({ subject: z.enum(auditEntities), subjectId: z.int().positive() });

function recordNamedBy(input: unknown): Named {
  const bySubject = namedBySubject.safeParse(input);
  if (bySubject.success) return { id: bySubject.data.subjectId, subject: bySubject.data.subject };
  return { id: namedById.safeParse(input).data?.id ?? null };
}

function rowsOf(context: AuditContext, touched: Touched[], outcome: string, input: unknown): AuditRow[] {
  const { call, services, connection } = context;
  const common = {
    at: services.clock.now(),
    userId: call.user?.id ?? call.claimed ?? null,
    procedure: call.procedure,
    action: actOf(call),
    workstation: connection.station.workstation,
    outcome,
  };
  if (touched.length === 0) return [{ ...common, ...aboutOf(call, recordNamedBy(input)) }];
  return touched.map((one) => ({ ...common, ...rowOfTouched(one), outcome: one.refused ?? outcome }));
}

/** What a call was about that touched no record: what it declares, and the record it named. */
function aboutOf({ about, meta }: CallRecord, { id, subject }: Named) {
  const entity = subject ?? about?.entity ?? meta.audit?.entity ?? null;
  const entityId = entity === null ? null : id;
  return { entity, entityId, patientId: entity === 'patient' ? entityId : null, details: about?.details ?? null };
}
