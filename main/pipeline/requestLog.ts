import { os } from '@orpc/server';
import { readableId } from '#main/services/tokens.ts';
import type { CallContext, CallRecord } from '../call/context.ts';
import { metaOf } from './meta.ts';

/** Step 1: names the call, times it, and logs who called what with which outcome -- never what was sent. */
export const requestLog = os.$context<CallContext>().middleware(async ({ context, path, procedure, next }) => {
  const { log, clock, signals, settings } = context.services;
  const call: CallRecord = {
    id: readableId(),
    procedure: path.join('.'),
    meta: metaOf(procedure),
    user: null,
    outcome: 'ok',
    touched: [],
  };
  const startedAt = clock.monotonic();
  await signals.sendRobust('requestStarted', { procedure: call.procedure, callId: call.id });
  try {
    return await next({ context: { call } });
  } finally {
    const milliseconds = Math.round((clock.monotonic() - startedAt) * 100) / 100;
    const line = {
      call: call.id,
      procedure: call.procedure,
      user: call.user?.id ?? null,
      station: context.connection.station.workstation,
      outcome: call.outcome,
      milliseconds,
    };
    if (milliseconds > settings.get('logging').slowMs) log.warn({ ...line, slow: true }, 'call');
    else if (call.meta.quiet) log.debug(line, 'call');
    else log.info(line, 'call');
    await signals.sendRobust('requestFinished', {
      procedure: call.procedure,
      callId: call.id,
      outcome: call.outcome,
      milliseconds,
    });
  }
});
