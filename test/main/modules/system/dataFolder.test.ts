import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import type { FolderMover } from '#main/ports.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire } from '#test/support/staff.ts';

/** Who may have the data moved. The window's own way there is tried end to end. */

const MINUTE = 60_000;
let clinic: Awaited<ReturnType<typeof startClinic>>;
let begun: string[];
/** What happens while the question for the folder stands. */
let meanwhile: () => unknown;
let chosen: string | null;

beforeEach(async () => {
  [begun, chosen, meanwhile] = [[], '/srv/elsewhere', () => undefined];
  const mover: FolderMover = {
    async choose() {
      await meanwhile();
      return chosen;
    },
    begin: (folder) => void begun.push(folder),
  };
  clinic = await startClinic({ mover });
});
afterEach(() => clinic.backend.close());

async function audited() {
  const { services } = clinic.backend;
  await services.audit.flush();
  const rows = await services.db.read(async (reader) => reader.select().from(auditEvent));
  return rows.filter(({ procedure }) => procedure === 'dataFolder.move').map(({ outcome }) => outcome);
}

describe('moving the data', () => {
  it('is a superuser’s, and the audit says from where to where', async () => {
    expect(await clinic.admin.dataFolder.move()).toEqual({ moving: true });
    expect(begun).toEqual(['/srv/elsewhere']);
    const { services } = clinic.backend;
    const rows = await services.db.read(async (reader) => reader.select().from(auditEvent));
    expect(rows.find(({ procedure }) => procedure === 'dataFolder.move')).toMatchObject({
      action: 'move',
      userId: 1,
      outcome: 'ok',
      details: { changed: { dataFolder: [clinic.backend.data.path, '/srv/elsewhere'] } },
    });
  });

  it('is nobody else’s: not an administrator’s by group, not signed out, not locked', async () => {
    const mary = await hire(clinic, 'mary', { isStaff: true, groupIds: [GROUPS.administrators] });
    expect(await codeOf(mary.client.dataFolder.move())).toBe('FORBIDDEN');
    expect(await codeOf(clinic.backend.station().client.dataFolder.move())).toBe('UNAUTHENTICATED');
    await clinic.admin.accounts.lock();
    expect(await codeOf(clinic.admin.dataFolder.move())).toBe('LOCKED');
    expect(begun).toEqual([]);
    expect(await audited()).toEqual(['FORBIDDEN', 'UNAUTHENTICATED', 'LOCKED']);
  });

  it('asks for a fresh password, also of whoever answers the question late', async () => {
    clinic.backend.clock.pass(4 * MINUTE);
    meanwhile = () => clinic.backend.clock.pass(2 * MINUTE);
    await clinic.admin.accounts.activity();
    expect(await codeOf(clinic.admin.dataFolder.move())).toBe('FRESH_PASSWORD_REQUIRED');
    expect(await codeOf(clinic.admin.dataFolder.move())).toBe('FRESH_PASSWORD_REQUIRED');
    expect(begun).toEqual([]);
  });

  it('is not for whoever sat down while the question stood', async () => {
    const mary = await hire(clinic, 'mary');
    meanwhile = () => clinic.admin.accounts.signIn({ username: mary.username, password: 'copper-meadow-violin-77' });
    expect(await codeOf(clinic.admin.dataFolder.move())).toBe('UNAUTHENTICATED');
    meanwhile = () => clinic.admin.accounts.lock();
    await clinic.admin.accounts.signIn({ username: ADMINISTRATOR.username, password: ADMINISTRATOR.password });
    expect(await codeOf(clinic.admin.dataFolder.move())).toBe('UNAUTHENTICATED');
    expect(begun).toEqual([]);
  });

  it('leaves everything where it is when no folder is chosen', async () => {
    chosen = null;
    expect(await clinic.admin.dataFolder.move()).toEqual({ moving: false });
    expect(begun).toEqual([]);
    expect(await audited()).toEqual([]);
  });
});
