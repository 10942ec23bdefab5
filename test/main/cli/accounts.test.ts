import { describe, expect, it } from 'vitest';
import { session } from '#db/schema/index.ts';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { clinic, failed, newFolder, spawnClinic } from './support.ts';

const PASSWORD = 'violet-harbour-lantern-42';
const ada = ['--username', 'ada', '--given-name', 'Ada', '--family-name', 'Moreau', '--email', 'ada@example.org'];

describe('clinic createsuperuser and changepassword', () => {
  it('adds one superuser under a name, and changes their password', async () => {
    const data = newFolder();
    const create = (args: string[], password = PASSWORD) =>
      clinic(['createsuperuser', ...args, '--as', 'ada', '--json', '--data', data], {
        env: { CLINIC_PASSWORD: password, CLINIC_SUPERUSER_PASSWORD: PASSWORD },
      });
    const piped = ['createsuperuser', ...ada, '--password-stdin', '--json', '--data', data];

    expect(await spawnClinic(piped, { stdin: `${PASSWORD}\n` })).toEqual({
      code: 0,
      out: '{"user":{"id":1,"username":"ada"}}\n',
      err: '',
    });
    expect(await create(['--username', 'ADA', '--family-name', 'X'])).toEqual(failed(/^username: Somebody/));
    expect(await create(['--username', 'bob', '--family-name', 'X'], 'short')).toEqual(
      failed(/^password: Use at least 15/),
    );
    const change = (name: string, superuser: string) =>
      clinic(['changepassword', name, '--as', 'ada', '--data', data], {
        env: { CLINIC_PASSWORD: 'another-meadow-kettle-77', CLINIC_SUPERUSER_PASSWORD: superuser },
      });
    expect(await change('Ada', PASSWORD)).toMatchObject({ code: 0, err: '' });
    const unknown = await change('nobody', 'another-meadow-kettle-77');
    expect(unknown).toEqual(failed(/^username: There is no user nobody/));
  });

  it('names the field that is missing or wrong', async () => {
    const data = newFolder();
    expect(await clinic(['createsuperuser', '--data', data])).toEqual(failed(/^username: Give it with --username/));
    expect(await clinic(['createsuperuser', '--username', 'a b', '--data', data])).toEqual(
      failed(/^username: Use letters/),
    );
    expect(await clinic(['createsuperuser', ...ada, '--data', data])).toEqual(
      failed(/^password: .*--password-stdin.*CLINIC_PASSWORD/),
    );
    expect(await clinic(['changepassword', 'ada', '--data', newFolder()])).toEqual(
      failed(/There is no Clinic Desk data in/),
    );
  });

  it('refuses a folder that somebody else has open', async () => {
    const path = newFolder();
    const open = await openDataFolder(path);
    const ran = await clinic(['createsuperuser', ...ada, '--data', path], { env: { CLINIC_PASSWORD: PASSWORD } });
    expect(ran).toEqual(failed(/already open/));
    await open.db.close();
    open.unlock();
  });
});

describe('clinic clearsessions', () => {
  it('removes what has ended, and says how many', async () => {
    const data = newFolder();
    const env = { CLINIC_PASSWORD: 'violet-harbour-lantern-42' };
    await clinic(['createsuperuser', '--username', 'ada', '--family-name', 'Moreau', '--data', data], { env });
    const folder = await openDataFolder(data);
    const place = { workstation: 'desk', address: 'local', appVersion: '0', createdAt: 0, lastSeenAt: 0 };
    await folder.db.write(async (tx) => {
      await tx.insert(session).values([
        { ...place, idHash: 'over', userId: 1, expiresAt: 1, endsAt: 1 },
        { ...place, idHash: 'running', userId: 1, expiresAt: Date.now() + 60_000, endsAt: Date.now() + 60_000 },
      ]);
    });
    await folder.db.close();
    folder.unlock();
    expect(await clinic(['clearsessions', '--data', data])).toMatchObject({ code: 0, out: '1 session was removed.\n' });
    expect(await clinic(['clearsessions', '--data', data, '--json'])).toMatchObject({ out: '{"removed":0}\n' });
    expect(await clinic(['clearsessions', '--data', newFolder()])).toEqual(failed(/There is no Clinic Desk data/));
  });
});
