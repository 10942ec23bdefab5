import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addPatient } from '#test/support/people.ts';
import { folderOf, importHere } from '../modules/people/imports/support.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const LONG_AGO = 1000;

async function imported(birthDate: string): Promise<void> {
  const person = { resourceType: 'Patient', id: 'abc', name: [{ family: 'Stone', given: ['Ivy'] }], gender: 'female' };
  const folder = folderOf({ 'ivy.json': JSON.stringify({ ...person, birthDate }) });
  await importHere(clinic.backend, 'fhir', `${folder}/ivy.json`);
}

describe('a record that was imported', () => {
  it('is called added and changed, by an import, and was not there before', async () => {
    const { admin } = clinic.admin;
    await imported('1990-05-05');
    await imported('1990-05-06');
    const one = { table: 'patients', id: '1' };
    const { events } = await admin.history({ ...one, limit: 10 });
    expect(events).toMatchObject([
      { action: 'update', imported: true, changes: [{ field: 'birthDate', from: '1990-05-05', to: '1990-05-06' }] },
      { action: 'create', imported: true },
    ]);
    const made = events.at(-1)?.at ?? 0;
    expect(await admin.asOf({ ...one, at: LONG_AGO })).toMatchObject({ values: null });
    expect(await admin.asOf({ ...one, at: made })).toMatchObject({ values: { birthDate: '1990-05-05' } });
  });

  it('is among what was done lately', async () => {
    await imported('1990-05-05');
    const { changes } = await clinic.admin.dashboard.figures();
    expect(changes).toMatchObject([{ action: 'create', entity: 'patient' }]);
  });
});

describe('made-up records', () => {
  it('were not there before they were made', async () => {
    const { admin, imports } = clinic.admin;
    const { jobId } = await imports.demo({ patients: 1 });
    for await (const { state } of await imports.progress({ jobId })) expect(state).not.toBe('failed');
    for (const table of ['patients', 'doctors', 'visitTypes'])
      expect([table, await admin.asOf({ table, id: '1', at: LONG_AGO })]).toMatchObject([table, { values: null }]);
    const { events } = await admin.history({ table: 'visitTypes', id: '1', limit: 10 });
    expect(events).toMatchObject([{ action: 'create', imported: true }]);
  });
});

describe('what people add by hand', () => {
  it('is not said to have come by an import', async () => {
    await addPatient(clinic.admin);
    const { events } = await clinic.admin.admin.history({ table: 'patients', id: '1', limit: 10 });
    expect(events).toMatchObject([{ action: 'create', imported: false }]);
  });
});
