import { ORPCError, os, ValidationError } from '@orpc/server';
import { type ErrorCode, type ErrorData, statusOf } from '#contract/ground/errors.ts';
import { type StorageProblem, storageErrorCode, storageProblem } from '#db/index.ts';
import { Refusal } from '#main/refusal.ts';
import { pathOf, wrongFields } from '#main/wrongFields.ts';
import type { CallContext, CallRecord } from '../call/context.ts';

type Verdict = { code: ErrorCode; data: Omit<ErrorData, 'id'> };

/** Step 2: whatever is thrown inside leaves main as a closed code with an id; no stack, SQL or path goes with it. */
export const errors = os.$context<CallContext & { call: CallRecord }>().middleware(async ({ context, next }) => {
  const { call, services } = context;
  try {
    return await next();
  } catch (error) {
    const { code, data } = verdictOn(error);
    call.outcome = code;
    if (code === 'DISK_FULL') void services.diskSpace.look();
    // A refusal is a rule of ours at work, whichever code it carries.
    if (FAULTS.has(code) && !(error instanceof Refusal))
      services.log.error({ call: call.id, procedure: call.procedure, fault: describeFault(error) }, 'fault');
    await services.signals.sendRobust('requestException', { procedure: call.procedure, callId: call.id, error });
    throw new ORPCError(code, { defined: true, status: statusOf(code), message: code, data: { id: call.id, ...data } });
  }
});

/** Which closed code stands for what was thrown, and what a person is told. */
export function verdictOn(error: unknown): Verdict {
  if (error instanceof Refusal) return { code: error.code, data: error.data };
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
    return { code: 'VALIDATION', data: { fields: wrongFields(error.cause.issues) } };
  }
  const problem = storageProblem(error);
  if (problem) return verdictOnStorage(problem);
  return { code: isAbort(error) ? 'CANCELLED' : 'INTERNAL', data: {} };
}

const sentences = {
  io: 'errors.storageIo',
  damaged: 'errors.storageDamaged',
  unreachable: 'errors.storageUnreachable',
  checking: 'errors.storageChecking',
} as const;

/** What the disk did is nobody's fault here: it is told as what it is, with what to do. */
function verdictOnStorage(problem: StorageProblem): Verdict {
  switch (problem) {
    case 'full':
      return { code: 'DISK_FULL', data: {} };
    case 'busy':
      return { code: 'BUSY', data: {} };
    case 'unknownOutcome':
      return { code: 'UNKNOWN_OUTCOME', data: {} };
    default:
      return { code: 'STORAGE', data: { sentence: { key: sentences[problem] } } };
  }
}

const FAULTS: ReadonlySet<ErrorCode> = new Set(['INTERNAL', 'UNKNOWN_OUTCOME', 'DISK_FULL', 'STORAGE', 'BUSY']);

const isAbort = (error: unknown) => error instanceof Error && error.name === 'AbortError';

/** What the log keeps of a fault: where and what kind, not the values that were being worked on. */
export function describeFault(error: unknown): object {
  if (error instanceof ORPCError && error.cause instanceof ValidationError) {
    const issues = error.cause.issues.map(({ message, path }) => ({ message, path: pathOf(path).join('.') }));
    return { name: 'ValidationError', message: error.message, issues };
  }
  if (!(error instanceof Error)) return { name: typeof error };
  return { name: error.name, code: storageErrorCode(error), message: error.message, stack: error.stack };
}
