import { expect, it } from 'vitest';
import { loadDemo } from '#db/demo/loadDemo.ts';
import { addPatient, temporaryDatabase, testKey } from '#test/support/database.ts';
import { howToRepeat, seed } from '#test/support/seed.ts';
import { refusedByForms } from '#test/support/throughForms.ts';

/** What imports bring in is looked at the same way after each import of a test: see `importHere` in `support.ts`. */

it('made-up people are such as their forms take, every one', async () => {
  const db = await temporaryDatabase();
  await loadDemo(db.file, testKey, { patients: 4000, seed, now: Date.now() });
  expect(await refusedByForms(db), howToRepeat).toEqual([]);
});

it('a form that would not take somebody is found', async () => {
  const db = await temporaryDatabase();
  await db.write(async (tx) => {
    await addPatient(tx, { familyName: ' Okafor', mrn: 'P-1' });
    await addPatient(tx, { familyName: 'Okafor', mrn: 'P-2', birthDate: '2024-02-30' });
    await addPatient(tx, { familyName: 'Okafor', mrn: 'P-3', birthDate: '2024-02-02', deceasedOn: '2024-02-01' });
  });
  expect(await refusedByForms(db)).toEqual([
    'patient 1 would be saved as something else',
    'patient 2 birthDate: validation.date',
    'patient 3 died before they were born',
  ]);
});
