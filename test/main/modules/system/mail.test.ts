import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MailSettings } from '#contract/system/mail.ts';
import { auditEvent } from '#db/schema/index.ts';
import { startClinic } from '#test/support/backend.ts';
import { codeIn, type MailServer, startMailServer } from '#test/support/mailServer.ts';
import { freePort } from '#test/support/servers.ts';
import { codeOf, hire, OTHER_PASSWORD, signedIn } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
const servers: MailServer[] = [];
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(async () => {
  await clinic.backend.close();
  for (const server of servers.splice(0)) await server.stop();
});

const SETTING = { table: 'settings', id: 'mail' };
const MINUTE = 60_000;

async function start(options: Parameters<typeof startMailServer>[0] = {}) {
  const server = await startMailServer(options);
  servers.push(server);
  return server;
}

/** Sets the mail server, as the page of the setting does. */
async function setMail(mail: Partial<MailSettings>, { admin } = clinic.admin) {
  const { version, values } = await admin.get(SETTING);
  const base = { host: '127.0.0.1', security: 'none', sender: 'desk@clinic.example' };
  return admin.save({ ...SETTING, version, values: { ...values, ...base, ...mail } });
}

const ask = (username: string) => clinic.backend.station().client.accounts.requestReset({ username });
/** What the administrators were told of those who forgot their passwords. */
const told = async () =>
  (await clinic.backend.services.messages.take(1)).filter(({ key }) => key === 'accounts.resetAsked');

describe('a forgotten password', () => {
  it('is helped by a mail with a code, which is good once', async () => {
    const server = await start();
    const mary = await hire(clinic, 'mary', { email: 'Mary@Clinic.example' });
    expect(await mary.client.accounts.start()).toMatchObject({ resetByMail: false });
    await setMail({ port: server.port });
    expect(await mary.client.accounts.start()).toMatchObject({ resetByMail: true });
    expect(await ask('mary')).toEqual({ message: { key: 'accounts.resetMailed' } });
    await expect.poll(() => server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: 'desk@clinic.example', to: ['mary@clinic.example'] });
    expect(mail?.message).toContain('Harbour Street Clinic: code for a new password');

    const { client } = clinic.backend.station();
    const reset = { username: 'mary', code: mail ? codeIn(mail) : '', newPassword: OTHER_PASSWORD };
    expect(await codeOf(client.accounts.resetPassword(reset))).toBe('ok');
    expect(await codeOf(client.accounts.resetPassword(reset))).toBe('WRONG_CREDENTIALS');
    expect(await codeOf(signedIn(clinic.backend, 'mary', OTHER_PASSWORD))).toBe('ok');
    expect(await told()).toEqual([]);
    const { db } = clinic.backend.services;
    const audited = await db.read(async (reader) => reader.select().from(auditEvent));
    expect(audited).toContainEqual(
      expect.objectContaining({ procedure: 'accounts.requestReset', userId: null, entityId: mary.id }),
    );
    expect(JSON.stringify([audited, clinic.backend.logged])).not.toContain(reset.code);
  });

  it('is answered in the same way whoever asks, and mails nobody else', async () => {
    const server = await start();
    await setMail({ port: server.port });
    const inactive = await hire(clinic, 'inactive', { email: 'inactive@clinic.example' });
    const { version } = await clinic.admin.users.get({ id: inactive.id });
    await clinic.admin.users.deactivate({ id: inactive.id, version });
    await hire(clinic, 'without');
    await hire(clinic, 'first', { email: 'shared@clinic.example' });
    await hire(clinic, 'second', { email: 'shared@clinic.example' });
    const names = ['inactive', 'inactive@clinic.example', 'nobody', 'without', 'first', 'shared@clinic.example'];
    const answers = new Set<string>();
    for (const name of names) answers.add(JSON.stringify(await ask(name)));
    expect(answers.size).toBe(1);
    // Those who have an account and no address of their own are helped by the administrators.
    await expect.poll(() => told()).toHaveLength(2);
    expect(server.mails).toEqual([]);
  });

  it('fills nobody’s mailbox, and may be asked again after ten minutes with another code', async () => {
    const server = await start();
    await setMail({ port: server.port });
    await hire(clinic, 'mary', { email: 'mary@clinic.example' });
    for (let tries = 0; tries < 3; tries += 1) await ask('mary');
    await expect.poll(() => server.mails).toHaveLength(1);
    clinic.backend.clock.pass(10 * MINUTE);
    await ask('mary');
    await expect.poll(() => server.mails).toHaveLength(2);
    const [before, after] = server.mails.map(codeIn);
    const { client } = clinic.backend.station();
    const use = (code = '') =>
      codeOf(client.accounts.resetPassword({ username: 'mary', code, newPassword: OTHER_PASSWORD }));
    expect(await use(before)).toBe('WRONG_CREDENTIALS');
    expect(await use(after)).toBe('ok');
  });

  it('comes to the administrators when the server fails, which only the log tells', async () => {
    await setMail({ port: await freePort() });
    await hire(clinic, 'mary', { email: 'mary@clinic.example' });
    expect(await ask('mary')).toEqual({ message: { key: 'accounts.resetMailed' } });
    await expect.poll(() => told()).toHaveLength(1);
    const log = JSON.stringify(clinic.backend.logged);
    expect(log).toContain('mail.unreachable');
    expect(log).not.toContain('mary@clinic.example');
  });
});

describe('the mail server', () => {
  const account = { user: 'desk', password: 'hidden-word' };

  it('is spoken to under TLS, with its account, and tells what is wrong', async (context) => {
    await hire(clinic, 'unused');
    const { version } = await clinic.admin.me.get();
    const user = { username: 'ada', givenName: 'Ada', familyName: 'Moreau', email: 'ada@clinic.example' };
    expect(await clinic.admin.mail.test()).toEqual({ problem: { key: 'mail.notSet' } });
    for (const security of ['starttls', 'tls'] as const) {
      const server = await start({ security, account });
      if (!server.certificate) return context.skip();
      const right = {
        port: server.port,
        security,
        certificateAuthority: server.certificate,
        account: 'desk',
        password: 'hidden-word',
      };
      await setMail(right);
      if (security === 'starttls') {
        expect(await clinic.admin.mail.test()).toEqual({ problem: { key: 'mail.noAddress' } });
        await clinic.admin.me.updateUser({ version, user });
      }
      expect(await clinic.admin.mail.test()).toEqual({ problem: null });
      expect(server.mails).toHaveLength(1);
      await setMail({ ...right, certificateAuthority: '' });
      expect(await clinic.admin.mail.test()).toEqual({ problem: { key: 'mail.unreachable' } });
      await setMail({ ...right, password: 'wrong' });
      expect(await clinic.admin.mail.test()).toEqual({ problem: { key: 'mail.wrongAccount' } });
      expect(server.mails).toHaveLength(1);
    }
    expect(JSON.stringify(clinic.backend.logged)).not.toContain('hidden-word');
  });

  it('that cannot encrypt gets nothing where encryption is wanted', async () => {
    const server = await start({ account });
    await setMail({ port: server.port, security: 'starttls', account: 'desk', password: 'hidden-word' });
    await hire(clinic, 'mary', { email: 'mary@clinic.example' });
    await ask('mary');
    await expect.poll(() => told()).toHaveLength(1);
    expect(server.mails).toEqual([]);
  });

  it('keeps its password from pages and the audit, and gives it to no other server or account', async () => {
    await setMail({ port: 587, account: 'desk', password: 'hidden-word' });
    const stored = () => clinic.backend.services.settings.get('mail').password;
    expect(JSON.stringify(await clinic.admin.admin.get(SETTING))).not.toContain('hidden-word');
    expect(JSON.stringify(await clinic.admin.admin.history(SETTING))).not.toContain('hidden-word');
    await setMail({ port: 25, account: 'desk', password: '' });
    expect(stored()).toBe('hidden-word');
    await setMail({ account: 'somebody-else', password: '' });
    expect(stored()).toBe('');
    await setMail({ account: 'somebody-else', password: 'hidden-word' });
    await setMail({ host: 'mail.example.org', account: 'somebody-else', password: '' });
    expect(stored()).toBe('');
  });

  it('is chosen by superusers only: it reads the codes of everybody', async () => {
    const bob = await hire(clinic, 'bob', {
      permissions: ['policy.view', 'policy.change', 'settings.view'],
      isStaff: true,
    });
    expect(await codeOf(setMail({ host: 'mail.example.org' }, bob.client))).toBe('FORBIDDEN');
    expect(await codeOf(setMail({ host: 'mail.example.org', sender: '' }))).toBe('VALIDATION');
  });
});
