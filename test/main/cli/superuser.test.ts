import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { desc } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEvent, signInAttempt, user } from '#db/schema/index.ts';
import { openBackend } from '#main/cli/openBackend.ts';
import { newStation } from '#main/services/stations.ts';
import { OTHER_PASSWORD, PASSWORD, userForm } from '#test/support/staff.ts';
import { clinic, failed, newFolder, spawnClinic } from './support.ts';

const ADA = 'violet-harbour-lantern-42';
const create = (username: string) => ['createsuperuser', '--username', username, '--family-name', 'Moreau'];

let data: string;
beforeEach(async () => {
  data = newFolder();
  await clinic([...create('ada'), '--data', data], { env: { CLINIC_PASSWORD: ADA } });
});

/** A command with a new password, and whatever is said of a superuser. */
const run = (words: string[], env: Record<string, string> = {}) =>
  clinic([...words, '--data', data], { env: { CLINIC_PASSWORD: PASSWORD, ...env } });
const asAda = (words: string[], env: Record<string, string> = {}) =>
  run([...words, '--as', 'ada'], { CLINIC_SUPERUSER_PASSWORD: ADA, ...env });

type Opened = Awaited<ReturnType<typeof openBackend>>;
async function opened<T>(work: (backend: Opened['backend']) => Promise<T>): Promise<T> {
  const { backend, close } = await openBackend(data);
  try {
    return await work(backend);
  } finally {
    await close();
  }
}
const usernames = () =>
  opened(({ services }) =>
    services.db.read(async (reader) => (await reader.select().from(user)).map((row) => row.username)),
  );
const lastAudit = () =>
  opened(({ services }) =>
    services.db.read(async (reader) => reader.select().from(auditEvent).orderBy(desc(auditEvent.id)).limit(1)),
  ).then(([row]) => row);

/** Whoever signs in at a window of this computer. */
async function atWindow<T>(
  username: string,
  password: string,
  work: (client: ReturnType<Opened['backend']['clientFor']>) => Promise<T>,
): Promise<T> {
  return opened(async (backend) => {
    const client = backend.clientFor({ id: 'window', station: newStation('window', 'FRONT-DESK-2') });
    await client.accounts.signIn({ username, password });
    return work(client);
  });
}

describe('whoever has the account of the operating system, and nothing else', () => {
  it('makes no superuser of an existing clinic and changes nobody’s password, and is told the ways there are', async () => {
    for (const words of [create('eve'), ['changepassword', 'ada']]) {
      const ran = await run(words);
      expect(ran).toEqual(failed(/^This clinic has a superuser.*--as.*recovery code.*reset code/));
      expect(await run([...words, '--as', 'ada'])).toEqual(failed(/CLINIC_SUPERUSER_PASSWORD/));
      const wrong = await asAda(words, { CLINIC_SUPERUSER_PASSWORD: 'wrong' });
      expect(wrong).toEqual(failed(/^The username or the password is not right/));
    }
    expect(await usernames()).toEqual(['ada']);
    expect(await lastAudit()).toMatchObject({
      userId: null,
      procedure: 'cli.changepassword',
      workstation: 'terminal',
      outcome: 'WRONG_CREDENTIALS',
    });
    await atWindow('ada', ADA, async () => undefined);
  });

  it('guesses no faster than at a window, and keeps nobody out of one by it', async () => {
    await atWindow('ada', ADA, async () => undefined);
    const guess = () => asAda(create('eve'), { CLINIC_SUPERUSER_PASSWORD: 'wrong' });
    for (let tries = 0; tries < 5; tries += 1) expect(await guess()).toEqual(failed(/is not right/));
    expect(await asAda(create('eve'))).toEqual(failed(/^Too many attempts/));
    const attempts = await opened(({ services }) =>
      services.db.read(async (reader) => reader.select().from(signInAttempt)),
    );
    expect(attempts.filter(({ workstation }) => workstation === 'terminal').map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: 5 }, () => 'failure'),
      'throttled',
    ]);
    await atWindow('ada', ADA, async () => undefined);
    expect(await usernames()).toEqual(['ada']);
  });

  it('takes the data nowhere', async () => {
    const to = join(newFolder(), 'elsewhere');
    for (const ran of [await run(['move', to]), await asAda(['move', to], { CLINIC_SUPERUSER_PASSWORD: 'wrong' })])
      expect(ran.code).not.toBe(0);
    expect(existsSync(to)).toBe(false);
    expect(await lastAudit()).toMatchObject({ procedure: 'cli.move', outcome: 'WRONG_CREDENTIALS' });
    expect((await asAda(['move', to])).code).toBe(0);
    data = to;
    expect(await lastAudit()).toMatchObject({ procedure: 'cli.move', userId: 1, action: 'move', outcome: 'ok' });
  });

  it('is not helped by the password of somebody who is no superuser', async () => {
    await atWindow('ada', ADA, (client) => client.users.create({ user: userForm('sam'), password: PASSWORD }));
    const ran = await run([...create('eve'), '--as', 'sam'], { CLINIC_SUPERUSER_PASSWORD: PASSWORD });
    expect(ran).toEqual(failed(/^Only a superuser/));
    expect(await usernames()).toEqual(['ada', 'sam']);
  });
});

describe('a superuser at the terminal', () => {
  it('makes another one: the audit has who and where, and every superuser is told once', async () => {
    expect(await asAda(create('bea'))).toMatchObject({ code: 0, out: 'Superuser bea was created.\n' });
    expect(await lastAudit()).toMatchObject({
      userId: 1,
      procedure: 'cli.createsuperuser',
      entityId: 2,
      workstation: 'terminal',
      outcome: 'ok',
    });
    expect(await asAda(['changepassword', 'bea'], { CLINIC_PASSWORD: OTHER_PASSWORD })).toMatchObject({ code: 0 });
    const told = await opened(async ({ services: { messages } }) => [
      (await messages.take(1)).map(({ key, params }) => [key, params.by, params.username]),
      (await messages.take(2)).map(({ key }) => key),
      await messages.take(1),
    ]);
    expect(told).toEqual([
      [
        ['accounts.superuserFromTerminal', 'Moreau', 'bea'],
        ['accounts.passwordFromTerminal', 'Moreau', 'bea'],
      ],
      ['accounts.passwordFromTerminal'],
      [],
    ]);
  });

  it('gives somebody else a first password, and themselves a lasting one', async () => {
    await asAda(create('bea'));
    await asAda(['changepassword', 'bea'], { CLINIC_PASSWORD: OTHER_PASSWORD });
    const bea = await atWindow('bea', OTHER_PASSWORD, (client) => client.accounts.start());
    expect(bea.user).toMatchObject({ mustChangePassword: true });
    const early = await run([...create('eve'), '--as', 'bea'], { CLINIC_SUPERUSER_PASSWORD: OTHER_PASSWORD });
    expect(early).toEqual(failed(/^Choose a new password first/));
    await asAda(['changepassword', 'ada'], { CLINIC_PASSWORD: PASSWORD });
    const ada = await atWindow('ada', PASSWORD, (client) => client.accounts.start());
    expect(ada.user).toMatchObject({ mustChangePassword: false });
  });

  it('gives the code of the authenticator, too, where there is one', async () => {
    const [secret, codes] = await atWindow('ada', ADA, async (client) => {
      const enrolled = await client.me.enrolSecondFactor();
      const code = new TOTP({ secret: Secret.fromBase32(enrolled.secret) }).generate();
      return [enrolled.secret, (await client.me.confirmSecondFactor({ code })).codes];
    });
    expect(secret).not.toBe('');
    expect(await asAda(create('bea'))).toEqual(failed(/CLINIC_SUPERUSER_CODE/));
    expect(await asAda(create('bea'), { CLINIC_SUPERUSER_CODE: '000000' })).toEqual(failed(/^This code is not right/));
    expect(await usernames()).toEqual(['ada']);
    expect(await asAda(create('bea'), { CLINIC_SUPERUSER_CODE: codes[0] ?? '' })).toMatchObject({ code: 0 });
  });

  it('may have all secrets piped in, a line each', async () => {
    const words = [...create('bea'), '--as', 'ada', '--password-stdin', '--data', data];
    expect(await spawnClinic(words, { stdin: `${PASSWORD}\n` })).toMatchObject({ code: 1 });
    const ran = await spawnClinic(words, { stdin: `${ADA}\n${PASSWORD}\n` });
    expect(ran).toEqual({ code: 0, out: 'Superuser bea was created.\n', err: '' });
    await atWindow('bea', PASSWORD, async () => undefined);
  });
});
