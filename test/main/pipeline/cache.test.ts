import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CacheSettings } from '#contract/system/cache.ts';
import { auditEvent } from '#db/schema/index.ts';
import { touchedTags } from '#main/services/cache/index.ts';
import { ADMINISTRATOR, startClinic, type TestBackend } from '#test/support/backend.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';
import { codeOf, GROUPS, hire, userForm } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
let backend: TestBackend;

beforeAll(async () => {
  clinic = await startClinic();
  backend = clinic.backend;
});
afterAll(() => backend.close());
beforeEach(() => site(0));

const unset: CacheSettings = { siteSeconds: 0, caches: {} };

async function site(siteSeconds: number): Promise<void> {
  const { settings, db, signals } = backend.services;
  await db.write((tx) => settings.set(tx, 'cache', { ...unset, siteSeconds }));
  await signals.send('committed', { kind: 'settings', ids: [] });
}

const hits = async () => (await backend.services.caches.stats()).find(({ name }) => name === 'procedures')?.hits ?? 0;

/** How many of these calls were answered out of the cache. */
async function served(calls: () => Promise<unknown>): Promise<number> {
  const before = await hits();
  await calls();
  return (await hits()) - before;
}

describe('answers that are kept', () => {
  it('are the same for those who may do the same, and nobody else gets them', async () => {
    const [one, two, other] = [
      await hire(clinic, 'first', { groupIds: [GROUPS.reception] }),
      await hire(clinic, 'second', { groupIds: [GROUPS.reception] }),
      await hire(clinic, 'nobody', { groupIds: [] }),
    ];
    await addPatient(clinic.admin);
    const seen = await one.client.dashboard.figures();
    expect(seen.patients).not.toBeNull();
    expect(await served(() => two.client.dashboard.figures())).toBe(1);
    expect(await served(() => other.client.dashboard.figures())).toBe(0);
    expect(await other.client.dashboard.figures()).toMatchObject({ patients: null, doctors: null, changes: [] });
  });

  it('end for somebody whose rights change, at once', async () => {
    const someone = await hire(clinic, 'demoted', { groupIds: [GROUPS.reception] });
    expect((await someone.client.dashboard.figures()).patients).not.toBeNull();
    const { version } = await clinic.admin.users.get({ id: someone.id });
    await clinic.admin.users.update({ id: someone.id, version, user: userForm('demoted') });
    expect((await someone.client.dashboard.figures()).patients).toBeNull();
  });

  it('end with a commit that touches what they show, with an import too', async () => {
    const before = await clinic.admin.dashboard.figures();
    await addPatient(clinic.admin);
    const after = await clinic.admin.dashboard.figures();
    expect(after.patients?.active).toBe((before.patients?.active ?? 0) + 1);
    await addDoctor(clinic.admin);
    expect((await clinic.admin.dashboard.figures()).doctors?.active).toBe((after.doctors?.active ?? 0) + 1);
    // As the thread of an import announces its batches.
    await clinic.admin.dashboard.figures();
    await backend.services.signals.sendRobust('committed', { kind: 'patient', ids: [] });
    expect(await served(() => clinic.admin.dashboard.figures())).toBe(0);
    expect(touchedTags({ kind: 'patient', ids: [] })).toContain('many patient');
  });

  it('are not kept of writes, nor of what a refusal answered', async () => {
    const someone = await hire(clinic, 'refused', { groupIds: [] });
    expect(await codeOf(someone.client.patients.count({}))).toBe('FORBIDDEN');
    expect(await served(() => addPatient(clinic.admin))).toBe(0);
  });
});

describe('the site-wide default', () => {
  it('is off', async () => {
    expect(await served(() => twice(() => clinic.admin.patients.count({})))).toBe(0);
  });

  it('keeps every ordinary read for its own user and session until the next write', async () => {
    await site(60);
    expect(await served(() => twice(() => clinic.admin.patients.count({})))).toBe(1);
    const again = backend.station();
    await again.client.accounts.signIn({ username: ADMINISTRATOR.username, password: ADMINISTRATOR.password });
    expect(await served(() => again.client.patients.count({}))).toBe(0);
    await clinic.admin.drafts.save({ formKey: '/patients/new', data: { a: 1 } });
    expect(await served(() => clinic.admin.patients.count({}))).toBe(0);
  });

  it('tells inputs apart and gives odd ones to the checks', async () => {
    await site(60);
    expect(await served(() => twice((n) => clinic.admin.doctors.choices({ text: `${n}` })))).toBe(0);
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    for (const odd of [circle, { text: new Date() }, JSON.parse('{"__proto__":{}}'), { text: 1n }])
      expect(await codeOf(clinic.admin.doctors.choices(odd as never))).not.toBe('ok');
  });

  it('audits who looked at which patient also when the answer was kept', async () => {
    await site(60);
    const { id } = await addPatient(clinic.admin);
    await clinic.admin.patients.get({ id });
    expect(await served(() => clinic.admin.patients.get({ id }))).toBe(1);
    await backend.services.audit.flush();
    const rows = await backend.services.db.read((reader) =>
      reader.query.auditEvent.findMany({
        where: (row, { and, eq }) => and(eq(row.patientId, id), eq(row.action, 'read')),
      }),
    );
    expect(rows).toHaveLength(2);
  });

  it('leaves the same in the audit of a list that was kept as of one that was not', async () => {
    await site(60);
    const { audit, db } = backend.services;
    const rows = () => db.read((reader) => reader.$count(auditEvent, eq(auditEvent.procedure, 'admin.list')));
    const left = async (table: string) => {
      const before = await rows();
      expect(await served(() => twice(() => clinic.admin.admin.list({ table })))).toBe(1);
      await audit.flush();
      return (await rows()) - before;
    };
    expect([await left('groups'), await left('patients')]).toEqual([0, 2]);
  });
});

describe('a fragment', () => {
  it('is built once for what it varies by, until its time or a tag ends it', async () => {
    const { caches } = backend.services;
    let built = 0;
    const get = (user: number) =>
      caches.fragment('piece', 900, [user], async () => ({ user, built: ++built }), ['a tag']);
    expect([await get(1), await get(1), await get(2)]).toEqual([
      { user: 1, built: 1 },
      { user: 1, built: 1 },
      { user: 2, built: 2 },
    ]);
    backend.clock.pass(900_000);
    expect(await get(1)).toEqual({ user: 1, built: 3 });
    caches.invalidate(['a tag']);
    expect(await get(1)).toEqual({ user: 1, built: 4 });
  });
});

async function twice(call: (round: number) => Promise<unknown>): Promise<void> {
  await call(1);
  await call(2);
}
