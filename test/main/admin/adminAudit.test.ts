import { asc, ne } from 'drizzle-orm';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';
import { codeOf, hire, userForm } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

/** What the audit has about these calls, in order. */
async function audited(calls: () => Promise<unknown>) {
  const { audit, db } = clinic.backend.services;
  const all = () =>
    db.read(async (reader) =>
      reader.select().from(auditEvent).where(ne(auditEvent.procedure, 'accounts.signIn')).orderBy(asc(auditEvent.id)),
    );
  await audit.flush();
  const before = (await all()).length;
  await calls();
  await audit.flush();
  return (await all())
    .slice(before)
    .map(({ action, entity, entityId, outcome }) => ({ action, entity, entityId, outcome }));
}

const act = (table: string, action: string, id: number) =>
  clinic.admin.admin.action({ table, action, ids: [String(id)] });

describe('what is done through Administration', () => {
  it('is called in the audit what it is called elsewhere', async () => {
    const { admin } = clinic;
    const patient = await addPatient(admin);
    const doctor = await addDoctor(admin);
    const mary = await hire(clinic, 'mary');
    const ok = { outcome: 'ok' };
    const one = { entity: 'patient', entityId: patient.id, ...ok };
    const there = await audited(async () => {
      const archived = await admin.patients.archive({ id: patient.id, version: patient.version });
      await admin.patients.restore({ id: patient.id, version: archived.version });
    });
    expect(there).toEqual([
      { ...one, action: 'archive' },
      { ...one, action: 'restore' },
    ]);
    const here = async () => {
      await act('patients', 'archive', patient.id);
      await act('patients', 'restore', patient.id);
    };
    expect(await audited(here)).toEqual(there);
    expect(await audited(() => act('doctors', 'archive', doctor.id))).toMatchObject([{ action: 'archive', ...ok }]);
    expect(await audited(() => act('users', 'deactivate', mary.id))).toMatchObject([{ action: 'deactivate', ...ok }]);
    expect(await audited(() => act('users', 'activate', mary.id))).toMatchObject([{ action: 'activate', ...ok }]);
    const { id } = await admin.groups.create({ group: { name: 'Trainees' } });
    expect(await audited(() => act('groups', 'delete', id))).toMatchObject([{ action: 'delete', entity: 'group' }]);
  });

  it('leaves a row for each record that was refused, as for each that was not', async () => {
    const { admin } = clinic;
    const [busy, idle] = [await addDoctor(admin), await addDoctor(admin)];
    await addPatient(admin, { doctorId: busy.id });
    const ids = [busy.id, idle.id].map(String);
    const rows = await audited(() => admin.admin.action({ table: 'doctors', action: 'archive', ids }));
    const row = { action: 'archive', entity: 'doctor' };
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ ...row, entityId: busy.id, outcome: 'IN_USE' });
    expect(rows).toContainEqual({ ...row, entityId: idle.id, outcome: 'ok' });
  });

  it('leaves its row when it was not allowed at all', async () => {
    const { id } = await addPatient(clinic.admin);
    const { client } = await hire(clinic, 'viewer', { isStaff: true, permissions: ['patients.view', 'images.delete'] });
    const rows = await audited(() =>
      codeOf(client.admin.action({ table: 'patients', action: 'archive', ids: [String(id)] })),
    );
    expect(rows).toMatchObject([{ action: 'archive', entity: 'patient', outcome: 'FORBIDDEN' }]);
  });

  it('is called what it is: a cache is emptied, and what is refused was to be changed', async () => {
    const { admin } = clinic;
    expect(
      await audited(() => admin.admin.action({ table: 'cache', action: 'clear', ids: ['default'] })),
    ).toMatchObject([{ action: 'empty', outcome: 'ok' }]);
    const { id, version } = await addDoctor(admin);
    const wrong = { table: 'doctors', id: String(id), version, values: { familyName: '' } };
    expect(await audited(() => codeOf(admin.admin.save(wrong)))).toEqual([
      { action: 'update', entity: 'doctor', entityId: id, outcome: 'VALIDATION' },
    ]);
    expect(
      await audited(() => codeOf(admin.doctors.update({ id, version: 99, doctor: { familyName: 'Late' } }))),
    ).toMatchObject([{ action: 'update', entity: 'doctor', outcome: 'CONFLICT' }]);
    expect(await audited(() => admin.accounts.confirmPassword({ password: ADMINISTRATOR.password }))).toMatchObject([
      { action: 'confirm', entity: 'user', outcome: 'ok' },
    ]);
  });
});

describe('a call that was refused, or only looked', () => {
  it('names the record it was about', async () => {
    const { admin } = clinic;
    const doctor = await addDoctor(admin);
    const patient = await addPatient(admin, { doctorId: doctor.id });
    const mary = await hire(clinic, 'mary');
    const about = async (call: () => Promise<unknown>) => {
      const [row] = await audited(() => codeOf(call()));
      return row;
    };
    const subject = { subject: 'patient', subjectId: patient.id } as const;
    const { client } = mary;
    expect(await about(() => admin.doctors.get({ id: doctor.id }))).toMatchObject({
      entityId: doctor.id,
      outcome: 'ok',
    });
    expect(await about(() => admin.users.get({ id: mary.id }))).toMatchObject({ entity: 'user', entityId: mary.id });
    expect(await about(() => client.users.get({ id: 1 }))).toMatchObject({ entityId: 1, outcome: 'FORBIDDEN' });
    expect(await about(() => client.photos.remove(subject))).toMatchObject({ entity: 'patient', entityId: patient.id });
    expect(await about(() => admin.doctors.archive({ id: doctor.id, version: doctor.version }))).toMatchObject({
      action: 'archive',
      entityId: doctor.id,
      outcome: 'IN_USE',
    });
    expect(await about(() => admin.patients.get({ id: 4_711 }))).toMatchObject({
      entityId: 4_711,
      outcome: 'NOT_FOUND',
    });
  });
});

describe('looking through a list', () => {
  it('leaves one row a call where patients can be made out, and none where they cannot', async () => {
    await addPatient(clinic.admin);
    const { admin } = clinic.admin;
    const shown = ['patients', 'audit'];
    for (const { name: table } of await admin.tables()) {
      const rows = await audited(async () => {
        await admin.list({ table });
        await admin.choices({ table });
        await admin.facets({ table });
      });
      const row = { action: 'query', entity: table === 'patients' ? 'patient' : 'admin', outcome: 'ok' };
      expect([table, rows]).toMatchObject([table, shown.includes(table) ? [row, row] : []]);
    }
  });

  it('leaves a row wherever it is refused', async () => {
    const { client } = await hire(clinic, 'staff', { isStaff: true, permissions: ['audit.view'] });
    expect(await audited(() => codeOf(client.admin.list({ table: 'sessions' })))).toMatchObject([
      { action: 'query', outcome: 'FORBIDDEN' },
    ]);
  });
});

describe('each record that a call touches', () => {
  it('has its own act: a photo taken away changes its person, a new user changes the doctor they are', async () => {
    const { admin } = clinic;
    const patient = await addPatient(admin);
    const doctor = await addDoctor(admin);
    const file = new Blob([
      await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    ]);
    const subject = { subject: 'patient', subjectId: patient.id } as const;
    const photo = await audited(async () => {
      await admin.photos.set({ ...subject, file });
      await admin.photos.remove(subject);
    });
    const changed = { action: 'update', entity: 'patient', entityId: patient.id, outcome: 'ok' };
    expect(photo).toEqual([changed, changed]);
    const user = await audited(() => admin.users.create({ user: userForm('sam', { doctorId: doctor.id }) }));
    expect(user).toMatchObject([
      { action: 'create', entity: 'user' },
      { action: 'update', entity: 'doctor', entityId: doctor.id },
    ]);
  });
});
