import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';
import { codeOf } from '#test/support/staff.ts';
import { traced as tracedIn } from '#test/support/traced.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const traced = (work: () => Promise<unknown>) => tracedIn(clinic.backend.services, work);

describe('a doctor who is given patients', () => {
  it('is not archived meanwhile with patients of theirs', async () => {
    const { admin } = clinic;
    const [from, to] = [await addDoctor(admin), await addDoctor(admin)];
    for (let patients = 0; patients < 60; patients += 1) await addPatient(admin, { doctorId: from.id });
    const [moved, archived] = await Promise.all([
      codeOf(admin.doctors.movePatients({ from: from.id, to: to.id })),
      codeOf(admin.doctors.archive({ id: to.id, version: to.version })),
    ]);
    expect([moved, archived].filter((code) => code === 'ok')).toHaveLength(1);
    const now = await admin.doctors.get({ id: to.id });
    expect([now.status, now.patients]).toEqual(archived === 'ok' ? ['archived', 0] : ['active', 60]);
  });

  it('is asked for again before every batch', async () => {
    const { admin, backend } = clinic;
    const [from, to] = [await addDoctor(admin), await addDoctor(admin)];
    for (let patients = 0; patients < 30; patients += 1) await addPatient(admin, { doctorId: from.id });
    // Once the first batch is stored, somebody takes its patients away again and archives the doctor.
    const third = await addDoctor(admin);
    let between: Promise<unknown> | undefined;
    backend.services.signals.connect('committed', async ({ kind, ids }) => {
      if (kind !== 'doctor' || !ids.includes(to.id) || between) return;
      between = (async () => {
        await admin.doctors.movePatients({ from: to.id, to: third.id });
        await admin.doctors.archive({ id: to.id, version: to.version });
      })();
      await between;
    });
    const moving = admin.doctors.movePatients({ from: from.id, to: to.id });
    await expect(moving).rejects.toMatchObject({
      code: 'VALIDATION',
      data: { fields: [{ path: 'to', key: 'validation.doctorNotActive' }] },
    });
    expect(await admin.doctors.get({ id: to.id })).toMatchObject({ status: 'archived', patients: 0 });
    expect(await admin.doctors.get({ id: from.id })).toMatchObject({ patients: 5 });
  });

  it('has one row of it in the audit, as has who they come from, and none where nobody is moved', async () => {
    const { admin } = clinic;
    const [from, to] = [await addDoctor(admin), await addDoctor(admin)];
    await addPatient(admin, { doctorId: from.id });
    const move = () => admin.doctors.movePatients({ from: from.id, to: to.id });
    const rows = (await traced(move)).filter((row) => Array.isArray(row) && row[1] === 'doctor');
    expect(rows).toEqual([
      ['update', 'doctor', from.id, { movedTo: to.id, patients: 1 }],
      ['update', 'doctor', to.id, { movedFrom: from.id, patients: 1 }],
    ]);
    expect(await traced(move)).toEqual([]);
  });
});
