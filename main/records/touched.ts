import type { Touched } from '#main/call/context.ts';
import type { Services } from '#main/services/index.ts';

/** What the audit says of one record that was touched, whatever touched it. */
export const rowOfTouched = ({ entity, id, action, patientId, details }: Touched) => ({
  action,
  entity,
  entityId: id,
  patientId: patientId ?? (entity === 'patient' ? id : null),
  details: details ?? null,
});

/** Tells open pages what has changed, one event a kind of record. */
export async function announce({ signals }: Services, touched: Touched[]): Promise<void> {
  const kinds = new Map<Touched['entity'], number[]>();
  for (const { entity, id } of touched) kinds.set(entity, [...(kinds.get(entity) ?? []), id]);
  for (const [kind, ids] of kinds) await signals.sendRobust('committed', { kind, ids });
}

/** A receiver that fails after the commit cannot undo it; the log says so. */
export function logReceiverFault({ log }: Services, where: { call?: string; procedure: string }, error: unknown): void {
  const fault = error instanceof Error ? { name: error.name, message: error.message } : { name: typeof error };
  log.error({ ...where, fault }, 'receiver failed');
}
