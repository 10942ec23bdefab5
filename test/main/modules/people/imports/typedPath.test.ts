import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import { startClinic } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire } from '#test/support/staff.ts';

/** A path typed by a person, where there is no dialog of the system's: what it tells about the computer, and to whom. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
let home: string;
beforeEach(async () => {
  clinic = await startClinic();
  home = mkdtempSync(join(tmpdir(), 'clinic-typed-'));
});
afterEach(async () => {
  await clinic.backend.close();
  rmSync(home, { recursive: true, force: true });
});

/** What a person is told of a path, but for the path itself. */
async function told(path: string): Promise<unknown> {
  const error: unknown = await clinic.admin.imports.chooseByPath({ path }).catch((reason: unknown) => reason);
  const { code, data } = error as { code?: string; data?: { fields: Array<{ key: string }> } };
  return { code, keys: data?.fields.map(({ key }) => key) };
}

async function audited() {
  const { services } = clinic.backend;
  await services.audit.flush();
  const rows = await services.db.read(async (reader) => reader.select().from(auditEvent));
  return rows.filter(({ procedure }) => procedure === 'imports.chooseByPath');
}

describe('a typed path', () => {
  it('leaves a row of the audit, with the path, found or not', async () => {
    const [there, missing] = [join(home, 'people.json'), join(home, 'nothing')];
    writeFileSync(there, '[]');
    await clinic.admin.imports.chooseByPath({ path: there });
    expect(await told(missing)).toMatchObject({ code: 'VALIDATION' });
    expect((await audited()).map(({ userId, outcome, details }) => ({ userId, outcome, details }))).toEqual([
      { userId: 1, outcome: 'ok', details: { path: there } },
      { userId: 1, outcome: 'VALIDATION', details: { path: missing } },
    ]);
  });

  it('is only looked at for those who may import', async () => {
    const doctor = await hire(clinic, 'mary', { groupIds: [GROUPS.doctors] });
    for (const path of [home, join(home, 'nothing')])
      expect(await codeOf(doctor.client.imports.chooseByPath({ path }))).toBe('FORBIDDEN');
    expect((await audited()).map(({ outcome }) => outcome)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  it.skipIf(process.platform === 'win32')(
    'says the same of what is not there and of what is none to read',
    async () => {
      const pipe = join(home, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const missing = await told(join(home, 'nothing'));
      expect(missing).toMatchObject({ code: 'VALIDATION' });
      for (const path of [pipe, '/dev/null', join(home, 'nothing', 'deeper'), 'nul\0byte'])
        expect(await told(path)).toEqual(missing);
    },
  );

  it.skipIf(process.getuid?.() !== 0)('says the same of what this account may not read', async () => {
    const [folder, file] = [join(home, 'closed'), join(home, 'closed.json')];
    mkdirSync(folder);
    writeFileSync(join(folder, 'inside.json'), '[]');
    writeFileSync(file, '[]');
    chmodSync(home, 0o755);
    chmodSync(folder, 0o700);
    chmodSync(file, 0o600);
    const missing = await told(join(home, 'nothing'));
    process.seteuid?.(65_534);
    try {
      for (const path of [folder, join(folder, 'inside.json'), file]) expect(await told(path)).toEqual(missing);
    } finally {
      process.seteuid?.(0);
    }
  });
});
