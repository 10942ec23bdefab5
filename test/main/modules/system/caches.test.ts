import { afterEach, beforeEach, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const rows = async () => (await clinic.admin.admin.list({ table: 'cache' })).rows.map(({ cells }) => cells);
const procedures = async () => (await rows()).find(({ cache }) => cache === 'procedures');
const one = { table: 'cache', id: 'procedures' };

it('are all listed before their first use, with what is in them and how often it was of use', async () => {
  expect((await rows()).map(({ cache }) => cache)).toEqual(['default', 'fragments', 'procedures']);
  expect(await procedures()).toMatchObject({ backend: 'memory', health: 'ok', keys: 0, hits: 0, misses: 0 });
  await clinic.admin.dashboard.figures();
  await clinic.admin.dashboard.figures();
  expect(await procedures()).toMatchObject({ keys: 1, hits: 1, misses: 1 });
});

it('are emptied one by one, which is in the history of their settings', async () => {
  await clinic.admin.dashboard.figures();
  const { admin } = clinic.admin;
  expect(await admin.action({ table: 'cache', action: 'clear', ids: ['procedures'] })).toMatchObject({
    done: ['procedures'],
  });
  expect(await procedures()).toMatchObject({ keys: 0 });
  await clinic.admin.dashboard.figures();
  expect(await procedures()).toMatchObject({ hits: 0, misses: 2 });
  const { events } = await admin.history({ table: 'settings', id: 'cache' });
  expect(events).toMatchObject([{ action: 'empty', changes: [{ field: 'emptied', to: 'procedures' }] }]);
  expect(await admin.action({ table: 'cache', action: 'clear', ids: ['unheard-of'] })).toMatchObject({
    failed: [{ sentence: { key: 'errors.notFound' } }],
  });
});

it('move to another place as their form says, at once', async () => {
  const { admin } = clinic.admin;
  const { version, values, fields } = await admin.get(one);
  expect(fields).toContainEqual(expect.objectContaining({ name: 'seconds', kind: 'number', nullable: true }));
  const moved = await admin.save({ ...one, version, values: { ...values, backend: 'database', seconds: null } });
  expect(moved.values).toMatchObject({ backend: 'database', seconds: null });
  await clinic.admin.dashboard.figures();
  await clinic.admin.dashboard.figures();
  expect(await procedures()).toMatchObject({ backend: 'database', keys: 1, hits: 1 });
  expect(await codeOf(admin.save({ ...one, version, values }))).toBe('CONFLICT');
  const { events } = await admin.history({ table: 'settings', id: 'cache' });
  expect(events[0]?.changes).toMatchObject([{ field: 'caches', to: { procedures: { backend: 'database' } } }]);
});

it('are refused places that cannot be', async () => {
  const { admin } = clinic.admin;
  const { version, values } = await admin.get(one);
  for (const wrong of [
    { backend: 'redis', address: 'a:1,b:2' },
    { backend: 'moon' },
    { maxEntries: 1 },
    { seconds: -1 },
  ])
    expect(await codeOf(admin.save({ ...one, version, values: { ...values, ...wrong } }))).toBe('VALIDATION');
});

it('are reached from the settings, which say what holds for every answer', async () => {
  const { admin } = clinic.admin;
  const sheet = { table: 'settings', id: 'cache' };
  const { version, page } = await admin.get(sheet);
  expect(page).toBe('/admin/cache');
  await admin.save({ ...sheet, version, values: { siteSeconds: 60 } });
  await clinic.admin.patients.count({});
  await clinic.admin.patients.count({});
  expect((await procedures())?.hits).toBeGreaterThan(0);
});

it('are there for whom they are', async () => {
  const nobody = await hire(clinic, 'nobody', { isStaff: true, groupIds: [GROUPS.reception] });
  expect(await codeOf(nobody.client.admin.list({ table: 'cache' }))).toBe('FORBIDDEN');
  const viewer = await hire(clinic, 'viewer', { isStaff: true, permissions: ['cache.view', 'images.delete'] });
  expect((await viewer.client.admin.list({ table: 'cache' })).rows).toHaveLength(3);
  expect(await codeOf(viewer.client.admin.action({ table: 'cache', action: 'clear', ids: ['default'] }))).toBe(
    'FORBIDDEN',
  );
  expect((await viewer.client.admin.get(one)).mayChange).toBe(false);
});
