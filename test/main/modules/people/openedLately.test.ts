import { expect, it, onTestFinished } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';

it('names what somebody has opened lately, each record once, the last one first', async () => {
  const clinic = await startClinic();
  onTestFinished(() => clinic.backend.close());
  const { admin } = clinic;
  const lately = async () => {
    await clinic.backend.services.audit.flush();
    return admin.bookmarks.openedLately();
  };
  expect(await lately()).toEqual([]);
  const doctor = await addDoctor(admin, { familyName: 'House' });
  const first = await addPatient(admin, { familyName: 'Sato', deceasedOn: '2020-02-02' });
  const second = await addPatient(admin, { familyName: 'Okafor' });
  expect(await lately()).toMatchObject([{ id: second.id }, { id: first.id }, { id: doctor.id }]);
  for (const id of [second.id, first.id, first.id]) await admin.patients.get({ id });
  await admin.doctors.get({ id: doctor.id });
  await admin.patients.archive({ id: second.id, version: 1 });
  expect(await lately()).toMatchObject([
    { kind: 'doctor', id: doctor.id, birthDate: null, status: 'active' },
    { kind: 'patient', id: first.id, detail: first.mrn, birthDate: '1984-03-12', deceasedOn: '2020-02-02' },
    { kind: 'patient', id: second.id, status: 'archived' },
  ]);
});
