import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '#main/services/notice.ts';
import { startClinic } from '#test/support/backend.ts';
import { noticesOf as noticesAt } from '#test/support/notices.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';
import { traced as tracedIn } from '#test/support/traced.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

type Client = (typeof clinic)['admin'];
const noticesOf = (work: (client: Client) => Promise<unknown>): Promise<Notice[]> => noticesAt(clinic, work);

/** So many archived patients of a doctor who was archived after them. */
async function leftBehind(count: number) {
  const { admin } = clinic;
  const doctor = await addDoctor(admin);
  const patients = [];
  for (let made = 0; made < count; made += 1) {
    const { id, version } = await addPatient(admin, { doctorId: doctor.id });
    patients.push(await admin.patients.archive({ id, version }));
  }
  await admin.doctors.archive({ id: doctor.id, version: doctor.version });
  return { doctor, patients };
}

describe('a patient who is restored', () => {
  it('to a doctor who was archived meanwhile has none, which the person is told and the audit keeps', async () => {
    const { doctor, patients } = await leftBehind(1);
    const [{ id, version } = { id: 0, version: 0 }] = patients;
    let told: Notice[] = [];
    const trace = await tracedIn(clinic.backend.services, async () => {
      told = await noticesOf((client) => client.patients.restore({ id, version }));
    });
    expect(told).toEqual([{ level: 'warning', key: 'patients.restoredWithoutDoctor', params: { count: 1 } }]);
    expect(trace).toContainEqual([
      ...['restore', 'patient', id],
      { changed: { doctorId: [doctor.id, null], status: ['archived', 'active'] } },
    ]);
    expect(await clinic.admin.patients.get({ id })).toMatchObject({ status: 'active', doctor: null });
    expect(await clinic.admin.doctors.get({ id: doctor.id })).toMatchObject({ patients: 0 });
  });

  it('in Administration is so, too, and many at once are told in one sentence', async () => {
    const { doctor, patients } = await leftBehind(3);
    const ids = patients.map(({ id }) => String(id));
    const told = await noticesOf((client) => client.admin.action({ table: 'patients', action: 'restore', ids }));
    expect(told).toEqual([{ level: 'warning', key: 'patients.restoredWithoutDoctor', params: { count: 3 } }]);
    expect(await clinic.admin.doctors.get({ id: doctor.id })).toMatchObject({ status: 'archived', patients: 0 });
  });

  it('keeps a doctor who is there, and nothing is said', async () => {
    const { admin } = clinic;
    const doctor = await addDoctor(admin);
    const { id } = await addPatient(admin, { doctorId: doctor.id });
    await admin.patients.archive({ id, version: 1 });
    expect(await noticesOf((client) => client.patients.restore({ id, version: 2 }))).toEqual([]);
    expect(await admin.patients.get({ id })).toMatchObject({ doctorId: doctor.id });
  });
});
