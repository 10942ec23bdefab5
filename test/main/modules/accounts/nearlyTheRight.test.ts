import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor } from '#test/support/people.ts';
import { codeOf, hire, userForm } from '#test/support/staff.ts';

/** A right that is nearly the one that is asked for. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const RIGHTS = ['users.view', 'users.add', 'users.change'];

describe('the doctor whose account it is', () => {
  it('is chosen and taken away only by those who may change doctors, too', async () => {
    const doctor = await addDoctor(clinic.admin);
    const helper = await hire(clinic, 'helper', { permissions: RIGHTS });
    const bob = await hire(clinic, 'bob');
    const link = async (client: typeof helper.client, doctorId: number | null) => {
      const { version } = await client.users.get({ id: bob.id });
      return codeOf(client.users.update({ id: bob.id, version, user: userForm('bob', { doctorId }) }));
    };
    const whose = async () => (await clinic.admin.users.get({ id: bob.id })).doctorId;
    const asDoctor = userForm('eve', { doctorId: doctor.id });
    expect(await link(helper.client, doctor.id)).toBe('FORBIDDEN');
    expect(await codeOf(helper.client.users.create({ user: asDoctor }))).toBe('FORBIDDEN');
    expect(await whose()).toBeNull();
    expect(await link(clinic.admin, doctor.id)).toBe('ok');
    expect(await link(helper.client, null)).toBe('FORBIDDEN');
    expect(await link(helper.client, doctor.id)).toBe('ok');
    expect(await whose()).toBe(doctor.id);
  });

  it('is linked by those who hold both rights', async () => {
    const doctor = await addDoctor(clinic.admin);
    const helper = await hire(clinic, 'helper', { permissions: [...RIGHTS, 'doctors.change'] });
    const made = await helper.client.users.create({ user: userForm('eve', { doctorId: doctor.id }) });
    expect(made).toMatchObject({ doctorId: doctor.id });
  });
});

describe('what only superusers may do', () => {
  it('says so to staff who hold other rights', async () => {
    const { client } = await hire(clinic, 'helper', { isStaff: true, permissions: ['settings.view'] });
    await expect(client.dataFolder.move()).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { sentence: { key: 'accounts.superusersOnly' } },
    });
    await expect(client.patients.list({})).rejects.not.toHaveProperty('data.sentence.key', 'accounts.superusersOnly');
  });
});
