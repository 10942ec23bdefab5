import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

describe('a value that a schema refuses in a sentence of its own', () => {
  it.each([0, 481])('is told in that sentence, in the form and in Administration (%i minutes)', async (minutes) => {
    const { admin } = clinic;
    const values = { name: 'Travel', minutes };
    const createKey = crypto.randomUUID();
    const told = {
      code: 'VALIDATION',
      data: { fields: [{ path: 'visitType.minutes', key: 'visitTypes.minutesWrong' }] },
    };
    await expect(admin.visitTypes.create({ createKey, visitType: values })).rejects.toMatchObject(told);
    await expect(admin.admin.create({ table: 'visitTypes', createKey, values })).rejects.toMatchObject(told);
  });

  it('is told in general words where the schema has none of its own', async () => {
    const { admin } = clinic;
    const call = { createKey: crypto.randomUUID(), patient: { familyName: 1 } };
    await expect(admin.patients.create(call as never)).rejects.toMatchObject({
      data: { fields: expect.arrayContaining([{ path: 'patient.familyName', key: 'validation.invalid' }]) },
    });
  });
});
