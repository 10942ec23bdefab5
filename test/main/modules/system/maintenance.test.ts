import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leavePlan } from '#main/services/maintenanceFile.ts';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const HOUR = 3_600_000;
const reception = { groupIds: [GROUPS.reception] };

describe('maintenance mode', () => {
  it('shuts everybody out but superusers, with the message, and lets everybody in again', async () => {
    const { admin } = clinic;
    const mary = await hire(clinic, 'mary', reception);
    expect(await admin.maintenance.set({ on: true, message: 'Back at noon' })).toMatchObject({ state: 'on' });
    await expect(mary.client.patients.count({})).rejects.toMatchObject({
      code: 'MAINTENANCE',
      data: { sentence: { params: { message: 'Back at noon' } } },
    });
    expect(await mary.client.maintenance.get()).toMatchObject({ state: 'on', message: 'Back at noon' });
    expect(await codeOf(admin.patients.count({}))).toBe('ok');
    await admin.maintenance.set({ on: false });
    expect(await codeOf(mary.client.patients.count({}))).toBe('ok');
  });

  it('tells open pages at once', async () => {
    const events = await clinic.admin.live.changes();
    const next = events.next();
    await clinic.admin.maintenance.set({ on: true });
    expect(await next).toMatchObject({ value: { kind: 'settings' } });
    await events.return?.(undefined);
  });

  it('begins and ends by the clock of main', async () => {
    const { admin, backend } = clinic;
    const mary = await hire(clinic, 'mary', { ...reception });
    const now = backend.clock.now();
    const plan = { on: true, from: now + HOUR / 60, until: now + HOUR / 30 };
    expect(await admin.maintenance.set(plan)).toMatchObject({ state: 'planned', changesIn: HOUR / 60 });
    expect(await codeOf(mary.client.patients.count({}))).toBe('ok');
    backend.clock.pass(HOUR / 60);
    expect(await codeOf(mary.client.patients.count({}))).toBe('MAINTENANCE');
    expect(await mary.client.maintenance.get()).toMatchObject({ state: 'on', changesIn: HOUR / 60 });
    backend.clock.pass(HOUR / 60);
    expect(await mary.client.maintenance.get()).toMatchObject({ state: 'off', changesIn: null });
    expect(await codeOf(mary.client.patients.count({}))).toBe('ok');
    const turned = { on: true, from: now + 2, until: now + 1 };
    await expect(admin.maintenance.set(turned)).rejects.toMatchObject({ data: { fields: [{ path: 'until' }] } });
  });

  it('can be ended by whoever may begin it, though they are shut out themselves', async () => {
    const keeper = await hire(clinic, 'keeper', { permissions: ['maintenance.change', 'patients.view'] });
    const mary = await hire(clinic, 'mary', reception);
    expect(await codeOf(mary.client.maintenance.set({ on: true }))).toBe('FORBIDDEN');
    await keeper.client.maintenance.set({ on: true });
    expect(await codeOf(keeper.client.patients.count({}))).toBe('MAINTENANCE');
    await keeper.client.maintenance.set({ on: false });
    expect(await codeOf(keeper.client.patients.count({}))).toBe('ok');
  });

  it('takes up what the command line leaves while the program runs', async () => {
    const { backend, admin } = clinic;
    leavePlan(backend.data.path, { on: true, message: 'From outside', from: null, until: null });
    await expect.poll(() => admin.maintenance.get(), { timeout: 5_000 }).toMatchObject({ message: 'From outside' });
    const { rows } = await admin.admin.list({ table: 'audit', filters: { entity: 'settings' } });
    expect(rows[0]).toMatchObject({ cells: { auditAction: 'update', entity: 'settings' } });
  });
});
