import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';
import { codeOf } from '#test/support/staff.ts';
import { traced as tracedIn } from '#test/support/traced.ts';

/** What is the same for the records of every kind, tried on those there are. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const traced = (work: () => Promise<unknown>) => tracedIn(clinic.backend.services, work);

describe('saving', () => {
  it('tells signals and audit once, with what differs and nothing else', async () => {
    const { admin } = clinic;
    const { id, version, ...patient } = await addPatient(admin, { city: 'Bonn' });
    const form = { familyName: patient.familyName, birthDate: patient.birthDate, sex: patient.sex };
    const saved = await traced(() =>
      admin.patients.update({ id, version, patient: { ...form, givenName: patient.givenName, city: 'Kiel' } }),
    );
    expect(saved).toMatchObject([
      ['preSave', 'patient', id],
      ['postSave', 'patient', id],
      ['update', 'patient', id, { changed: { city: ['Bonn', 'Kiel'] } }],
    ]);
  });

  it('does so for each patient of a doctor who is moved', async () => {
    const { admin } = clinic;
    const [from, to] = [await addDoctor(admin), await addDoctor(admin)];
    const { id } = await addPatient(admin, { doctorId: from.id });
    const moved = await traced(() => admin.doctors.movePatients({ from: from.id, to: to.id }));
    expect(moved).toContainEqual(['preSave', 'patient', id]);
    expect(moved).toContainEqual(['update', 'patient', id, { changed: { doctorId: [from.id, to.id] } }]);
  });

  it('of somebody else in between is a conflict that leaves no trace', async () => {
    const { admin } = clinic;
    const { id, version } = await addDoctor(admin);
    await admin.doctors.archive({ id, version });
    const late = await traced(async () => {
      expect(await codeOf(admin.doctors.restore({ id, version }))).toBe('CONFLICT');
    });
    expect(late).toEqual([]);
  });
});
