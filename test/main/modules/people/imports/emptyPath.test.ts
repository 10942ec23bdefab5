import { afterEach, beforeEach, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

it('a path that was not typed is asked for, and is not the folder the program was started in', async () => {
  for (const path of ['', '   '])
    await expect(clinic.admin.imports.chooseByPath({ path })).rejects.toMatchObject({
      code: 'VALIDATION',
      data: { fields: [{ path: 'path', key: 'validation.required' }] },
    });
});
