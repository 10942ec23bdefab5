import { expect, test } from 'vitest';
import { getDoctor, insertDoctor, listDoctors, somePatientsOf, updateDoctor } from '#db/queries/people/doctors.ts';
import { updatePatient } from '#db/queries/people/patients.ts';
import { searchPatients } from '#db/queries/people/searchPatients.ts';
import { addPatient, temporaryDatabase, testToday } from '#test/support/database.ts';

async function practice() {
  const db = await temporaryDatabase();
  const add = (familyName: string) =>
    db.write((tx) => insertDoctor(tx, { familyName, workingHours: [], createdAt: 1, updatedAt: 1 }));
  const [first, second] = [await add('Ångström'), await add("O'Hara")];
  return { db, first: first.id, second: second.id };
}

test('lists doctors by name, by the beginning of the name, with their patients', async () => {
  const { db, first } = await practice();
  await db.write(async (tx) => {
    await addPatient(tx, { doctorId: first });
    await addPatient(tx, { doctorId: first, status: 'archived' });
  });
  await db.read(async (reader) => {
    const all = (await listDoctors(reader)).map((doctor) => [doctor.familyName, doctor.patients]);
    expect(all).toEqual([
      ['Ångström', 1],
      ["O'Hara", 0],
    ]);
    expect((await listDoctors(reader, { text: 'OH' })).map((doctor) => doctor.familyName)).toEqual(["O'Hara"]);
    expect(await listDoctors(reader, { status: 'archived' })).toEqual([]);
  });
});

test("moves a doctor's patients in bounded batches, and the search follows", async () => {
  const { db, first, second } = await practice();
  await db.write(async (tx) => {
    for (let i = 0; i < 5; i++) await addPatient(tx, { familyName: `Moved${i}`, doctorId: first });
  });
  const move = () =>
    db.write(async (tx) => {
      const some = await somePatientsOf(tx, first, 2);
      for (const patient of some) await updatePatient(tx, patient, { doctorId: second, updatedAt: 2 });
      return some.length;
    });
  expect([await move(), await move(), await move(), await move()]).toEqual([2, 2, 1, 0]);
  await db.read(async (reader) => {
    const of = async (doctorId: number) => {
      const { rows } = await searchPatients(reader, { text: 'moved', filters: { doctorId }, today: testToday });
      return rows.length;
    };
    expect([await of(first), await of(second)]).toEqual([0, 5]);
    expect((await listDoctors(reader)).map((doctor) => doctor.patients)).toEqual([0, 5]);
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
