import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draft } from '#db/schema/index.ts';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, hire } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const formKey = 'patient/new';

describe('drafts', () => {
  it('are there again as they were saved last, until they are discarded', async () => {
    const { client } = await hire(clinic, 'mary');
    await client.drafts.save({ formKey, data: { familyName: 'B' } });
    clinic.backend.clock.pass(1_000);
    const { savedAt } = await client.drafts.save({ formKey, data: { familyName: 'Bell', notes: ['ö', 1, null] } });
    expect(await client.drafts.get({ formKey })).toEqual({
      formKey,
      updatedAt: savedAt,
      heading: null,
      data: { familyName: 'Bell', notes: ['ö', 1, null] },
    });
    expect(await client.drafts.list()).toEqual([{ formKey, updatedAt: savedAt, heading: null }]);
    await client.drafts.discard({ formKey });
    expect(await client.drafts.get({ formKey })).toBeNull();
  });

  it('are on disk at once, and sealed for their author and their form', async () => {
    const { backend } = clinic;
    const mary = await hire(clinic, 'mary');
    await mary.client.drafts.save({ formKey, data: { notes: 'Unmistakable' } });
    const { db } = backend.services;
    const [row] = await db.read(async (reader) => reader.select().from(draft));
    expect(row?.sealed.toString('latin1')).not.toContain('Unmistakable');
    // Put under another person's name, or another form, the row opens for nobody.
    await db.write(async (tx) => void (await tx.update(draft).set({ userId: 1 })));
    expect(await clinic.admin.drafts.get({ formKey })).toBeNull();
    await db.write(async (tx) => void (await tx.update(draft).set({ userId: mary.id, formKey: 'patient/42' })));
    expect(await mary.client.drafts.get({ formKey: 'patient/42' })).toBeNull();
    expect(JSON.stringify(backend.logged)).not.toContain('Unmistakable');
  });

  it('are listed by where they are and whose record it is, to their author alone, and sealed', async () => {
    const { backend } = clinic;
    const mary = await hire(clinic, 'mary');
    const heading = { path: '/patients/new', name: 'Unmistakable, Beatrix' };
    await mary.client.drafts.save({ formKey, data: 1, heading });
    expect(await mary.client.drafts.list()).toMatchObject([{ formKey, heading }]);
    expect(await mary.client.drafts.get({ formKey })).toMatchObject({ heading });
    expect(await clinic.admin.drafts.list()).toEqual([]);
    const { db } = backend.services;
    const [row] = await db.read(async (reader) => reader.select().from(draft));
    expect(row?.sealedHeading?.toString('latin1')).not.toContain('Unmistakable');
    await db.write(async (tx) => void (await tx.update(draft).set({ userId: 1 })));
    expect(await clinic.admin.drafts.list()).toMatchObject([{ formKey, heading: null }]);
    const elsewhere = { ...heading, path: '//elsewhere' };
    expect(await codeOf(mary.client.drafts.save({ formKey, data: 1, heading: elsewhere }))).toBe('VALIDATION');
  });

  it('hold at most 256 kB each', async () => {
    const { client } = await hire(clinic, 'mary');
    expect(await codeOf(client.drafts.save({ formKey, data: 'x'.repeat(256 * 1024) }))).toBe('TOO_LARGE');
    expect(await codeOf(client.drafts.save({ formKey, data: 'x'.repeat(255 * 1024) }))).toBe('ok');
    expect(await codeOf(client.drafts.save({ formKey: 'a b', data: 1 }))).toBe('VALIDATION');
  });

  it('are nobody’s without signing in', async () => {
    const { client } = clinic.backend.station();
    expect(await codeOf(client.drafts.list())).toBe('UNAUTHENTICATED');
  });
});
