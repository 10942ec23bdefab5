import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { createSignals, migrationSignals } from '#main/services/signals.ts';
import { startClinic, type TestBackend } from '#test/support/backend.ts';
import { codeOf, GROUPS, hire, userForm } from '#test/support/staff.ts';

const event = { kind: 'patient' as const, ids: [1] };

describe('a signal', () => {
  it('reaches its receivers in order, and nobody where there is none', async () => {
    const signals = createSignals();
    const heard: string[] = [];
    await signals.send('committed', event);
    signals.connect('committed', () => void heard.push('first'));
    signals.connect('committed', async ({ kind }) => void heard.push(kind));
    signals.connect('postMigrate', () => void heard.push('another signal'));
    await signals.send('committed', event);
    expect(heard).toEqual(['first', 'patient']);
    expect([signals.hasReceivers('committed'), signals.hasReceivers('preMigrate')]).toEqual([true, false]);
  });

  it('runs a receiver once that is connected twice, by itself or by its name', async () => {
    const signals = createSignals();
    let runs = 0;
    const receiver = () => {
      runs += 1;
    };
    signals.connect('committed', receiver);
    signals.connect('committed', receiver);
    await signals.send('committed', event);
    expect(runs).toBe(1);
    signals.connect(
      'committed',
      () => {
        runs += 10;
      },
      'named',
    );
    signals.connect(
      'committed',
      () => {
        runs += 100;
      },
      'named',
    );
    await signals.send('committed', event);
    expect(runs).toBe(12);
  });

  it('stops at an error, or goes on and answers the errors', async () => {
    const signals = createSignals();
    let after = 0;
    signals.connect('committed', () => Promise.reject(new Error('no')));
    signals.connect('committed', () => {
      after += 1;
    });
    await expect(signals.send('committed', event)).rejects.toThrow('no');
    expect(after).toBe(0);
    expect(await signals.sendRobust('committed', event)).toMatchObject([{ message: 'no' }]);
    expect(after).toBe(1);
  });

  it('lets receivers be taken off, also by themselves while it is sent', async () => {
    const signals = createSignals();
    const heard: string[] = [];
    const off = signals.connect('committed', () => {
      heard.push('once');
      off();
    });
    signals.connect('committed', () => void heard.push('always'));
    await signals.send('committed', event);
    await signals.send('committed', event);
    expect(heard).toEqual(['once', 'always', 'always']);
  });
});

let backend: TestBackend;
describe('saving', () => {
  afterEach(() => backend.close());

  it('tells before and after, inside the transaction, and once more after the commit', async () => {
    const clinic = await startClinic();
    ({ backend } = clinic);
    const { signals } = backend.services;
    const heard: unknown[] = [];
    signals.connect('preSave', ({ entity, id }) => void heard.push(['pre', entity, id]));
    signals.connect('postSave', ({ entity, id, created }) => void heard.push(['post', entity, id, created]));
    signals.onCommit('postSave', ({ entity, id }) => void heard.push(['committed', entity, id]));
    const doctor = await clinic.admin.doctors.create({
      createKey: crypto.randomUUID(),
      doctor: { familyName: 'House' },
    });
    await clinic.admin.doctors.archive({ id: doctor.id, version: doctor.version });
    expect(heard).toEqual([
      ['pre', 'doctor', null],
      ['post', 'doctor', 1, true],
      ['committed', 'doctor', 1],
      ['pre', 'doctor', 1],
      ['post', 'doctor', 1, false],
      ['committed', 'doctor', 1],
    ]);
  });

  it('is undone by a receiver that refuses, and no post-commit receiver hears of it', async () => {
    const clinic = await startClinic();
    ({ backend } = clinic);
    const { signals } = backend.services;
    let committed = 0;
    signals.onCommit('postSave', () => {
      committed += 1;
    });
    const off = signals.connect('postSave', () => Promise.reject(new Error('not on a Sunday')));
    expect(await codeOf(clinic.admin.groups.create({ group: { name: 'Trainees' } }))).toBe('INTERNAL');
    off();
    expect((await clinic.admin.groups.list()).map((group) => group.name)).not.toContain('Trainees');
    expect(committed).toBe(0);
  });

  it('is not undone by one that fails after the commit; the log says so', async () => {
    const clinic = await startClinic();
    ({ backend } = clinic);
    backend.services.signals.onCommit('postSave', () => Promise.reject(new Error('too late')));
    expect(await codeOf(clinic.admin.groups.create({ group: { name: 'Trainees' } }))).toBe('ok');
    expect(JSON.stringify(backend.logged)).toContain('receiver failed');
  });

  it('tells of links and deletions', async () => {
    const clinic = await startClinic();
    ({ backend } = clinic);
    const heard: unknown[] = [];
    const { signals } = backend.services;
    signals.connect('linksChanged', ({ tx: _, ...told }) => void heard.push(told));
    signals.connect('postDelete', ({ entity, id }) => void heard.push(['deleted', entity, id]));
    const mary = await hire(clinic, 'mary', { groupIds: [GROUPS.reception] });
    const { version } = await clinic.admin.users.get({ id: mary.id });
    await clinic.admin.users.update({ id: mary.id, version, user: userForm('mary', { permissions: ['users.view'] }) });
    const made = await clinic.admin.groups.create({ group: { name: 'Trainees' } });
    await clinic.admin.groups.delete({ id: made.id, version: made.version });
    const own = { entity: 'user', id: mary.id, userIds: [mary.id] };
    expect(heard).toEqual([
      { ...own, links: 'groups', added: [GROUPS.reception], removed: [] },
      { ...own, links: 'groups', added: [], removed: [GROUPS.reception] },
      { ...own, links: 'permissions', added: ['users.view'], removed: [] },
      ['deleted', 'group', made.id],
      { entity: 'group', id: made.id, links: 'permissions', added: [], removed: [], userIds: [] },
    ]);
  });

  it('never carries credentials in what a failed sign-in tells or logs', async () => {
    const clinic = await startClinic();
    ({ backend } = clinic);
    const told: unknown[] = [];
    backend.services.signals.connect('signInFailed', (payload) => void told.push(payload));
    const { client } = backend.station();
    await codeOf(client.accounts.signIn({ username: 'My secret by mistake', password: 'tell-nobody-this' }));
    expect(told).toHaveLength(1);
    await backend.services.audit.flush();
    expect(JSON.stringify([told, backend.logged])).not.toMatch(/secret by mistake|tell-nobody/);
  });
});

describe('migrations', () => {
  it('are told of before and after, and only when there are any', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clinic-test-'));
    const signals = createSignals();
    const heard: unknown[] = [];
    signals.connect('preMigrate', ({ pending }) => void heard.push(['before', pending[0]]));
    signals.connect('postMigrate', ({ applied }) => void heard.push(['after', applied[0]]));
    for (let start = 0; start < 2; start += 1) {
      const data = await openDataFolder(folder, undefined, migrationSignals(signals));
      await data.db.close();
      data.unlock();
    }
    expect(heard).toEqual([
      ['before', '0000_tables'],
      ['after', '0000_tables'],
    ]);
    rmSync(folder, { recursive: true });
  });
});
