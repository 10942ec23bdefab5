import { expect, test } from 'vitest';
import { getDoctor, insertDoctor, listDoctors, somePatientsOf, updateDoctor } from '#db/queries/people/doctors.ts';
import { updatePatient } from '#db/queries/people/patients.ts';
import { searchPatients } from '#db/queries/people/searchPatients.ts';
import { addPatient, temporaryDatabase, testToday } from '#test/support/database.ts';

async function practice() {
  const db = await temporaryDatabase();
  const [first, second] = await db.write(async (tx) =>
    ['Ångström', "O'Hara"].map(
      (familyName) => insertDoctor(tx, { familyName, workingHours: [], createdAt: 1, updatedAt: 1 }).id,
    ),
  );
  if (first === undefined || second === undefined) throw new Error('no doctors');
  return { db, first, second };
}

test('lists doctors by name, by the beginning of the name, with their patients', async () => {
  const { db, first } = await practice();
  await db.write(async (tx) => {
    addPatient(tx, { doctorId: first });
    addPatient(tx, { doctorId: first, status: 'archived' });
  });
  await db.read(async (reader) => {
    const all = listDoctors(reader).map((doctor) => [doctor.familyName, doctor.patients]);
    expect(all).toEqual([
      ['Ångström', 1],
      ["O'Hara", 0],
    ]);
    expect(listDoctors(reader, { text: 'OH' }).map((doctor) => doctor.familyName)).toEqual(["O'Hara"]);
    expect(listDoctors(reader, { status: 'archived' })).toEqual([]);
  });
});

test("moves a doctor's patients in bounded batches, and the search follows", async () => {
  const { db, first, second } = await practice();
  await db.write(async (tx) => {
    for (let i = 0; i < 5; i++) addPatient(tx, { familyName: `Moved${i}`, doctorId: first });
  });
  const move = () =>
    db.write(async (tx) => {
      const some = somePatientsOf(tx, first, 2);
      for (const patient of some) updatePatient(tx, patient, { doctorId: second, updatedAt: 2 });
      return some.length;
    });
  expect([await move(), await move(), await move(), await move()]).toEqual([2, 2, 1, 0]);
  await db.read(async (reader) => {
    const of = (doctorId: number) =>
      searchPatients(reader, { text: 'moved', filters: { doctorId }, today: testToday }).rows.length;
    expect([of(first), of(second)]).toEqual([0, 5]);
    expect(listDoctors(reader).map((doctor) => doctor.patients)).toEqual([0, 5]);
  });
});

test('a change to a doctor that someone else got ahead of is refused', async () => {
  const { db, first } = await practice();
  const before = await db.read(async (reader) => getDoctor(reader, first));
  if (!before) throw new Error('there is no such doctor');
  const change = (familyName: string) => db.write(async (tx) => updateDoctor(tx, before, { familyName, updatedAt: 2 }));
  expect(await change('Zorn')).toMatchObject({ sortName: 'zorn', version: 2 });
  expect(await change('Late')).toBeUndefined();
});
