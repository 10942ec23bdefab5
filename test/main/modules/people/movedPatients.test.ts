import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor, addPatient, formOf } from '#test/support/people.ts';
import { codeOf } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

describe('patients who are given to another doctor', () => {
  it('collide with a form that a colleague has open, which would give them back', async () => {
    const { admin } = clinic;
    const [from, to] = [await addDoctor(admin), await addDoctor(admin)];
    const opened = await addPatient(admin, { doctorId: from.id });
    await admin.doctors.movePatients({ from: from.id, to: to.id });
    const save = () =>
      admin.patients.update({
        id: opened.id,
        version: opened.version,
        patient: { ...formOf(opened), city: 'Lincoln' },
      });
    expect(await codeOf(save())).toBe('CONFLICT');
    expect(await admin.patients.get({ id: opened.id })).toMatchObject({ doctorId: to.id, version: 2, city: '' });
  });

  it('are told to every open page, with both doctors', async () => {
    const { admin, backend } = clinic;
    const [from, to] = [await addDoctor(admin), await addDoctor(admin)];
    const [one, two] = [await addPatient(admin, { doctorId: from.id }), await addPatient(admin, { doctorId: from.id })];
    const other = backend.station().client;
    await other.accounts.signIn({ username: 'ada', password: 'violet-harbour-lantern-42' });
    const told: Array<{ kind: string; ids: number[] }> = [];
    const stop = new AbortController();
    const events = await other.live.changes(undefined, { signal: stop.signal });
    const listening = (async () => {
      for await (const { kind, ids } of events) told.push({ kind, ids });
    })();
    // Listening has begun before anything happens.
    await new Promise((resolve) => setImmediate(resolve));
    await admin.doctors.movePatients({ from: from.id, to: to.id });
    const idsOf = (kind: string) => new Set(told.filter((event) => event.kind === kind).flatMap(({ ids }) => ids));
    await expect.poll(() => idsOf('patient')).toEqual(new Set([one.id, two.id]));
    await expect.poll(() => idsOf('doctor')).toEqual(new Set([from.id, to.id]));
    stop.abort();
    await expect(listening).rejects.toMatchObject({ name: 'AbortError' });
    expect(await other.doctors.get({ id: to.id })).toMatchObject({ patients: 2 });
  });
});
