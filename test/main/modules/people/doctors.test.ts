import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startClinic, type TestBackend } from '#test/support/backend.ts';
import { addDoctor, addPatient, formOf } from '#test/support/people.ts';

let backend: TestBackend;
let admin: Awaited<ReturnType<typeof startClinic>>['admin'];

beforeAll(async () => {
  ({ backend, admin } = await startClinic());
});
afterAll(() => backend.close());

describe('a doctor', () => {
  it('is kept with speciality, licence and working hours', async () => {
    const workingHours: Array<Array<[number, number]>> = [
      [
        [480, 720],
        [780, 1020],
      ],
      [],
      [],
      [],
      [],
      [],
      [],
    ];
    const made = await addDoctor(admin, { speciality: 'Cardiology', licenceNumber: 'L-1', workingHours });
    expect(await admin.doctors.get({ id: made.id })).toMatchObject({
      speciality: 'Cardiology',
      licenceNumber: 'L-1',
      workingHours,
      patients: 0,
    });
    await expect(addDoctor(admin, { workingHours: [[[720, 480]], [], [], [], [], [], []] })).rejects.toMatchObject({
      code: 'VALIDATION',
    });
  });

  it('is made once, however often the form is saved', async () => {
    const input = { createKey: randomUUID(), doctor: { familyName: 'Once' } };
    const [first, second] = await Promise.all([admin.doctors.create(input), admin.doctors.create(input)]);
    expect(second.id).toBe(first.id);
  });

  it('is not archived while patients point to them; after moving those they are', async () => {
    const leaving = await addDoctor(admin, { familyName: 'Leaving' });
    const staying = await addDoctor(admin, { familyName: 'Staying' });
    const patients = [
      await addPatient(admin, { doctorId: leaving.id }),
      await addPatient(admin, { doctorId: leaving.id }),
    ];
    await expect(admin.doctors.archive({ id: leaving.id, version: 1 })).rejects.toMatchObject({
      code: 'IN_USE',
      data: { reasons: [{ key: 'errors.doctorHasPatients', params: { count: 2 } }] },
    });
    expect(await admin.doctors.movePatients({ from: leaving.id, to: staying.id })).toEqual({ moved: 2 });
    await expect(admin.doctors.archive({ id: leaving.id, version: 1 })).resolves.toMatchObject({ status: 'archived' });
    expect(await admin.doctors.get({ id: staying.id })).toMatchObject({ patients: 2 });
    for (const { id } of patients)
      expect(await admin.patients.get({ id })).toMatchObject({
        doctorId: staying.id,
        doctor: { familyName: 'Staying' },
      });
  });

  it('is offered to choose from only while active, and refused for a new patient once archived', async () => {
    const gone = await addDoctor(admin, { familyName: 'Gone' });
    const patient = await addPatient(admin, { doctorId: gone.id });
    const other = await addDoctor(admin, { familyName: 'Heir' });
    await admin.doctors.movePatients({ from: gone.id, to: other.id });
    await admin.doctors.archive({ id: gone.id, version: 1 });
    expect((await admin.doctors.choices({ text: 'gon' })).map(({ id }) => id)).toEqual([]);
    expect((await admin.doctors.choices({ text: 'hei' })).map(({ id }) => id)).toEqual([other.id]);
    await expect(addPatient(admin, { doctorId: gone.id })).rejects.toMatchObject({
      data: { fields: [{ path: 'patient.doctorId' }] },
    });
    const moved = await admin.patients.get({ id: patient.id });
    await expect(
      admin.patients.update({
        id: moved.id,
        version: moved.version,
        patient: { ...formOf(moved), city: 'Same doctor' },
      }),
    ).resolves.toBeDefined();
    await expect(admin.doctors.movePatients({ from: other.id, to: gone.id })).rejects.toMatchObject({
      code: 'VALIDATION',
    });
  });

  it('is found by any part of the name, without regard to accents', async () => {
    const made = await addDoctor(admin, { familyName: 'Müller-Østergård', givenName: 'José' });
    for (const text of ['muller', 'ostergard', 'jose', 'jose mul', 'MÜL']) {
      expect(
        (await admin.doctors.list({ text })).map(({ id }) => id),
        text,
      ).toEqual([made.id]);
    }
  });

  it('shows a colleague’s change instead of overwriting it', async () => {
    const made = await addDoctor(admin, { familyName: 'Contested' });
    const { id, version } = made;
    await admin.doctors.update({ id, version, doctor: { familyName: 'Contested', speciality: 'Surgery' } });
    await expect(admin.doctors.update({ id, version, doctor: { familyName: 'Mine' } })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { currentVersion: 2 },
    });
  });
});
