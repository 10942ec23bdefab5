import { desc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import { router } from '#main/modules/index.ts';
import { audit } from '#main/pipeline/audit.ts';
import { authentication } from '#main/pipeline/authentication.ts';
import { authorization } from '#main/pipeline/authorization.ts';
import { cache } from '#main/pipeline/cache.ts';
import { errors } from '#main/pipeline/errors.ts';
import { input } from '#main/pipeline/input.ts';
import { maintenance } from '#main/pipeline/maintenance.ts';
import { messages } from '#main/pipeline/messages.ts';
import { requestLog } from '#main/pipeline/requestLog.ts';
import { session } from '#main/pipeline/session.ts';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor } from '#test/support/people.ts';
import { codeOf, GROUPS, hire } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeAll(async () => {
  clinic = await startClinic();
});
afterAll(() => clinic.backend.close());

/** What the signals around calls tell while some calls are made. */
async function heard(calls: () => Promise<unknown>): Promise<string[]> {
  const { signals } = clinic.backend.services;
  const told: string[] = [];
  const off = [
    signals.connect('requestStarted', ({ procedure }) => void told.push(`started ${procedure}`)),
    signals.connect('requestException', ({ procedure }) => void told.push(`failed ${procedure}`)),
    signals.connect('requestFinished', ({ procedure, outcome }) => void told.push(`finished ${procedure} ${outcome}`)),
  ];
  await calls();
  for (const disconnect of off) disconnect();
  return told;
}

it('is walked in this order, whatever is called', () => {
  const order = [requestLog, errors, audit, maintenance, session, authentication, authorization];
  const { middlewares } = router.patients.get['~orpc'];
  expect(middlewares).toEqual([...order, messages, cache, input]);
  for (const [place, step] of [...order, messages, cache, input].entries()) expect(middlewares[place]).toBe(step);
});

it('tells that a call has begun and has ended', async () => {
  expect(await heard(() => clinic.admin.patients.count({}))).toEqual([
    'started patients.count',
    'finished patients.count ok',
  ]);
});

it('is left at the step that refuses: nothing behind it hears of the call', async () => {
  const mary = await hire(clinic, 'mary', { groupIds: [GROUPS.reception] });
  await clinic.admin.maintenance.set({ on: true, message: 'Back at noon', from: null, until: null });
  const { db, clock } = { db: clinic.backend.services.db, clock: clinic.backend.clock };
  const visits = () => db.read(async (reader) => reader.query.pageCount.findMany());
  const seen = async () => (await clinic.backend.services.sessions.list()).find(({ userId }) => userId === mary.id);
  const [before, lastSeen] = [await visits(), (await seen())?.lastSeenAt];
  clock.pass(60_000);
  const told = await heard(async () => {
    expect(await codeOf(mary.client.pages.visit({ page: '/patients' }))).toBe('MAINTENANCE');
  });
  expect(told).toEqual(['started pages.visit', 'failed pages.visit', 'finished pages.visit MAINTENANCE']);
  await clinic.backend.services.pageCounts.flush();
  expect(await visits()).toEqual(before);
  expect((await seen())?.lastSeenAt).toBe(lastSeen);
  await clinic.admin.maintenance.set({ on: false });
  expect(await codeOf(mary.client.patients.count({}))).toBe('ok');
});

it('is walked back by a fault, each step doing its part: log, code, audit; and no notice is lost', async () => {
  const { services } = clinic.backend;
  await services.messages.add(1, { level: 'info', key: 'test.waiting', params: {} });
  const off = services.signals.connect('preSave', () => Promise.reject(new Error('out of paper')));
  const failed: Array<{ code?: string; data?: { id?: string } }> = [];
  const told = await heard(() => addDoctor(clinic.admin).catch((error: object) => failed.push(error)));
  off();
  expect(failed).toMatchObject([{ code: 'INTERNAL' }]);
  expect(told).toEqual(['started doctors.create', 'failed doctors.create', 'finished doctors.create INTERNAL']);
  await services.audit.flush();
  const [row] = await services.db.read(async (reader) =>
    reader.select().from(auditEvent).orderBy(desc(auditEvent.id)).limit(1),
  );
  expect(row).toMatchObject({ procedure: 'doctors.create', outcome: 'INTERNAL', errorId: failed[0]?.data?.id });
  expect(await services.messages.take(1)).toMatchObject([{ key: 'test.waiting' }]);
  expect(JSON.stringify(failed)).not.toContain('out of paper');
});
