import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import { startClinic, type TestBackend } from '#test/support/backend.ts';
import { addDoctor, addPatient, formOf } from '#test/support/people.ts';

let backend: TestBackend;
let admin: Awaited<ReturnType<typeof startClinic>>['admin'];

beforeAll(async () => {
  ({ backend, admin } = await startClinic());
});
afterAll(() => backend.close());

const form = { familyName: 'Okafor', givenName: 'Ngozi', birthDate: '1984-03-12', sex: 'female' as const };

describe('adding a patient', () => {
  it('gives the next MRN and keeps every field as typed, in any script', async () => {
    const names = [
      ['Nguyễn', 'Thị Ánh'],
      ['محمود', 'ليلى'],
      ['王', '小明'],
      ['Þórsdóttir', 'Æsa'],
      ['O’Brien-Smith', 'Zoë'],
      ['👩‍⚕️', 'Emoji'],
    ];
    for (const [familyName = '', givenName = ''] of names) {
      const made = await addPatient(admin, { familyName, givenName });
      expect(made).toMatchObject({
        familyName: familyName.normalize('NFC'),
        givenName: givenName.normalize('NFC'),
        status: 'active',
        version: 1,
      });
      expect(made.mrn).toMatch(/^P-\d{6}$/);
      expect(await admin.patients.get({ id: made.id })).toEqual(made);
    }
  });

  it('makes one of two savings of the same form', async () => {
    const createKey = randomUUID();
    const [first, second] = await Promise.all([
      admin.patients.create({ createKey, patient: form }),
      admin.patients.create({ createKey, patient: form }),
    ]);
    expect(second.id).toBe(first.id);
  });

  it.each([
    ['2099-01-01', 'validation.dateInFuture'],
    ['1984-02-30', 'validation.date'],
    ['1491-01-01', 'validation.dateTooEarly'],
    ['12/03/1984', 'validation.date'],
  ])('refuses the birth date %s', async (birthDate, key) => {
    await expect(addPatient(admin, { birthDate })).rejects.toMatchObject({
      data: { fields: [{ path: 'patient.birthDate', key }] },
    });
  });

  it('names every wrong field at once', async () => {
    const wrong = addPatient(admin, { familyName: ' ', phone: 'call me', email: 'nobody', notes: 'x'.repeat(10_001) });
    await expect(wrong).rejects.toMatchObject({
      code: 'VALIDATION',
      data: {
        fields: expect.arrayContaining([
          { path: 'patient.familyName', key: 'validation.required' },
          { path: 'patient.phone', key: 'validation.phone' },
          { path: 'patient.email', key: 'validation.email' },
          { path: 'patient.notes', key: 'validation.tooLong' },
        ]),
      },
    });
  });

  it('takes ten thousand characters of notes and refuses unknown fields', async () => {
    await expect(addPatient(admin, { notes: 'n'.repeat(10_000) })).resolves.toMatchObject({ version: 1 });
    await expect(addPatient(admin, { superuser: true } as never)).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('refuses an MRN that is taken, and a death before birth', async () => {
    await addPatient(admin, { mrn: 'X-1' });
    await expect(addPatient(admin, { mrn: 'X-1' })).rejects.toMatchObject({
      data: { fields: [{ path: 'patient.mrn', key: 'validation.duplicateMrn' }] },
    });
    await expect(addPatient(admin, { deceasedOn: '1980-01-01' })).rejects.toMatchObject({
      data: { fields: [{ path: 'patient.deceasedOn', key: 'validation.deceasedBeforeBirth' }] },
    });
  });
});

describe('changing a patient', () => {
  it('shows a colleague’s change instead of overwriting it', async () => {
    const made = await addPatient(admin);
    const theirs = await admin.patients.update({
      id: made.id,
      version: made.version,
      patient: { ...formOf(made), city: 'Lagos' },
    });
    const mine = admin.patients.update({
      id: made.id,
      version: made.version,
      patient: { ...formOf(made), city: 'Abuja' },
    });
    await expect(mine).rejects.toMatchObject({ code: 'CONFLICT', data: { currentVersion: theirs.version } });
    expect(await admin.patients.get({ id: made.id })).toMatchObject({ city: 'Lagos' });
  });

  it('is found by the new name and no more by the old one', async () => {
    const made = await addPatient(admin, { familyName: 'Quisenberry' });
    await admin.patients.update({ id: made.id, version: 1, patient: { ...formOf(made), familyName: 'Zwiebel' } });
    expect((await admin.patients.search({ text: 'zwiebel' })).rows.map((row) => row.id)).toEqual([made.id]);
    expect((await admin.patients.search({ text: 'quisenberry' })).rows).toEqual([]);
  });

  it('leaves one audit row with what changed from and to', async () => {
    const made = await addPatient(admin);
    await admin.patients.update({ id: made.id, version: 1, patient: { ...formOf(made), city: 'Kano' } });
    const rows = await backend.services.db.read(async (reader) => reader.select().from(auditEvent));
    const own = rows.filter((row) => row.entityId === made.id && row.procedure === 'patients.update');
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({
      userId: 1,
      patientId: made.id,
      outcome: 'ok',
      action: 'update',
      details: { changed: { city: ['', 'Kano'] } },
    });
  });

  it('archives and restores; a search for active ones says how many archived ones fit', async () => {
    const made = await addPatient(admin, { familyName: 'Vanishing' });
    const archived = await admin.patients.archive({ id: made.id, version: 1 });
    const active = { text: 'vanishing', filters: { status: 'active' } } as const;
    expect(await admin.patients.search(active)).toMatchObject({ rows: [], archived: 1 });
    expect((await admin.patients.search({ text: 'vanishing', filters: { status: 'archived' } })).rows).toHaveLength(1);
    await admin.patients.restore({ id: made.id, version: archived.version });
    expect(await admin.patients.search(active)).toMatchObject({ rows: [{ id: made.id }], archived: 0 });
  });

  it('tells open pages as soon as it is committed', async () => {
    const made = await addPatient(admin);
    const stop = new AbortController();
    const changes = await admin.live.changes(undefined, { signal: stop.signal });
    const next = changes.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await admin.patients.update({ id: made.id, version: 1, patient: { ...formOf(made), city: 'Jos' } });
    expect((await next).value).toEqual({ kind: 'patient', ids: [made.id] });
    stop.abort();
  });
});

describe('finding patients', () => {
  it('forgives a typo and says which word it took', async () => {
    const made = await addPatient(admin, { familyName: 'Hawthorne', givenName: 'Beatrix' });
    const found = await admin.patients.search({ text: 'beatrix hawhtorne' });
    expect(found.rows.map((row) => row.id)).toEqual([made.id]);
    expect(found.corrected).toEqual([{ from: 'hawhtorne', to: 'hawthorne' }]);
  });

  it('pages through everybody once, in order', async () => {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await admin.patients.list({ limit: 5, ...(cursor ? { cursor } : {}) });
      seen.push(...page.rows.map((row) => row.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await admin.patients.count({})).count);
  });

  it('refuses a cursor that is none of ours', async () => {
    await expect(admin.patients.list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('offers a doctor’s own patients', async () => {
    const doctor = await addDoctor(admin, { familyName: 'Adeyemi' });
    const made = await addPatient(admin, { doctorId: doctor.id });
    const page = await admin.patients.list({ filters: { doctorId: doctor.id } });
    expect(page.rows).toMatchObject([{ id: made.id, doctor: { familyName: 'Adeyemi' } }]);
    expect(await admin.patients.count({ filters: { doctorId: doctor.id } })).toEqual({ count: 1, atLeast: false });
  });
});
