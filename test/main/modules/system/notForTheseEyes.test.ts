import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';
import { codeOf, hire, signedIn, userForm } from '#test/support/staff.ts';
import { folderOf, population } from '../people/imports/support.ts';

/** What is kept for one pair of eyes and not for the next. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

async function giveRights(id: number, username: string, permissions: string[]) {
  const { version } = await clinic.admin.users.get({ id });
  await clinic.admin.users.update({ id, version, user: userForm(username, { permissions }) });
}

describe('bookmarks', () => {
  it('of records that one may not see any more are not shown, and are there when one may again', async () => {
    const patient = await addPatient(clinic.admin, { familyName: 'Quillfeather' });
    const doctor = await addDoctor(clinic.admin);
    const mary = await hire(clinic, 'mary', { permissions: ['patients.view', 'doctors.view'] });
    await mary.client.bookmarks.set({ kind: 'patient', id: patient.id, on: true });
    await mary.client.bookmarks.set({ kind: 'doctor', id: doctor.id, on: true });
    await giveRights(mary.id, 'mary', ['doctors.view']);
    const { client } = await signedIn(clinic.backend, 'mary');
    expect(await client.bookmarks.list()).toMatchObject([{ kind: 'doctor' }]);
    expect(JSON.stringify(await client.bookmarks.list())).not.toContain('Quillfeather');
    await giveRights(mary.id, 'mary', ['patients.view', 'doctors.view']);
    expect((await client.bookmarks.list()).map(({ kind }) => kind).sort()).toEqual(['doctor', 'patient']);
  });
});

describe('figures that are kept for a while', () => {
  it('are shown to nobody who may see less than the one they were counted for', async () => {
    await addPatient(clinic.admin, { familyName: 'Quillfeather' });
    const [nobody, library, desk] = [
      await hire(clinic, 'nobody'),
      await hire(clinic, 'library', { permissions: ['images.view'] }),
      await hire(clinic, 'desk', { permissions: ['patients.view'] }),
    ];
    // Nothing is written from here on, so that what is counted for one is kept for the next.
    for (const client of [clinic.admin, desk.client])
      expect((await client.dashboard.figures()).patients).toMatchObject({ active: 1 });
    for (const { client } of [nobody, library]) {
      const seen = await client.dashboard.figures();
      expect(seen).toMatchObject({ patients: null, doctors: null, perDoctor: null, registrations: null, ages: null });
      expect(JSON.stringify(seen)).not.toContain('Quillfeather');
    }
  });

  it('are shown no longer to somebody who lost the right to them meanwhile', async () => {
    await addPatient(clinic.admin);
    const mary = await hire(clinic, 'mary', { permissions: ['patients.view'] });
    expect((await mary.client.dashboard.figures()).patients).not.toBeNull();
    await giveRights(mary.id, 'mary', []);
    expect((await mary.client.dashboard.figures()).patients).toBeNull();
  });
});

describe('an import', () => {
  it('is followed and ended from the place that started it only, by whoever sits elsewhere', async () => {
    const { handle } = await clinic.admin.imports.chooseByPath({ path: folderOf(population) });
    const { jobId } = await clinic.admin.imports.start({ format: 'synthea-csv', handle, dryRun: true });
    const other = await hire(clinic, 'other', { permissions: ['data.import'] });
    const same = await signedIn(clinic.backend, 'ada', 'violet-harbour-lantern-42');
    for (const { client } of [other, same]) {
      expect(await codeOf(client.imports.progress({ jobId }))).toBe('NOT_FOUND');
      expect(await codeOf(client.imports.cancel({ jobId }))).toBe('NOT_FOUND');
      expect(await codeOf(client.imports.start({ format: 'synthea-csv', handle, dryRun: true }))).toBe('NOT_FOUND');
    }
    let last: string | undefined;
    for await (const { state } of await clinic.admin.imports.progress({ jobId })) last = state;
    expect(last).toBe('done');
  });
});

describe('looking for patients', () => {
  it('is in the audit, whoever looks, found or not, and not with what was typed', async () => {
    const { client, id } = await hire(clinic, 'mary', { permissions: ['patients.view'] });
    await client.patients.search({ text: 'Unmistakable' });
    const { audit, db } = clinic.backend.services;
    await audit.flush();
    const rows = await db.read(async (reader) =>
      reader.select().from(auditEvent).where(eq(auditEvent.procedure, 'patients.search')),
    );
    expect(rows).toMatchObject([{ userId: id, action: 'query', entity: 'patient', outcome: 'ok' }]);
    expect(JSON.stringify(rows)).not.toContain('Unmistakable');
  });
});
