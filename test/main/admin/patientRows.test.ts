import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

describe('a patient in Administration', () => {
  it('has the same row alone as in the list, with their doctor', async () => {
    const { admin } = clinic;
    const doctor = await addDoctor(admin, { prefix: 'Dr', familyName: 'House' });
    const { id } = await addPatient(admin, { doctorId: doctor.id });
    await addPatient(admin, { familyName: 'Nobody' });
    const { rows } = await admin.admin.list({ table: 'patients' });
    for (const row of rows) expect((await admin.admin.get({ table: 'patients', id: row.id })).row).toEqual(row);
    expect(rows.find((row) => row.id === String(id))?.cells.doctor).toBe('Dr House');
  });
});
