import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor } from '#test/support/people.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const failure = (code: string) => Object.assign(new Error('disk I/O error'), { code });

it.each([
  ['SQLITE_IOERR', 'STORAGE'],
  ['SQLITE_IOERR_FSYNC', 'STORAGE'],
  ['SQLITE_IOERR_WRITE', 'STORAGE'],
  ['SQLITE_FULL', 'DISK_FULL'],
])('a change that met %s before its commit is told as %s', async (code, told) => {
  const off = clinic.backend.services.signals.connect('preSave', () => Promise.reject(failure(code)));
  await expect(addDoctor(clinic.admin)).rejects.toMatchObject({ code: told, data: { id: expect.any(String) } });
  off();
  // After an error of the disk the stored data is looked through first.
  await vi.waitUntil(() => clinic.backend.services.db.isWriting, { timeout: 20_000 });
  await expect(addDoctor(clinic.admin)).resolves.toMatchObject({ version: 1 });
});
