import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';
import { fillDisk } from '#test/support/badFolders.ts';
import { mayMount, smallDisk } from '#test/support/faultyHost.ts';
import { addPatient } from '#test/support/people.ts';
import { codeOf, hire, PASSWORD, signedIn } from '#test/support/staff.ts';

const MEGABYTE = 1024 ** 2;
const { username, password } = ADMINISTRATOR;

let place: string;
let unmount: () => void;
let clinic: Awaited<ReturnType<typeof startClinic>>;

async function startOn(size: string): Promise<void> {
  place = mkdtempSync(join(tmpdir(), 'clinic-full-'));
  ({ unmount } = smallDisk(place, size));
  clinic = await startClinic({}, join(place, 'data'));
}
afterEach(async () => {
  await clinic.backend.close();
  unmount();
  rmSync(place, { recursive: true, force: true });
});

const film = () => join(place, 'film.mkv');
const storage = () => clinic.admin.storage.get();
const backend = () => clinic.backend;

/** Another program leaves so many bytes, and ours looks. */
async function leave(bytes: number): Promise<void> {
  fillDisk(film());
  if (bytes > 0) truncateSync(film(), statSync(film()).size - bytes);
  await backend().services.diskSpace.look();
}

const picture = async () =>
  new Blob([
    await sharp({ create: { width: 64, height: 64, channels: 3, background: '#369' } })
      .png()
      .toBuffer(),
  ]);
const setPhoto = async (subjectId: number) =>
  clinic.admin.photos.set({ subject: 'patient', subjectId, file: await picture() });

describe.skipIf(!mayMount())('a disk that becomes full (a small one mounted for this test)', () => {
  describe('in order', () => {
    beforeEach(() => startOn('80m'));

    it('is warned of, then refuses what stores much, then every change, and never reading', async () => {
      expect(await storage()).toMatchObject({ space: 'low', isWriting: true });
      const { id } = await addPatient(clinic.admin);
      expect(await codeOf(setPhoto(id))).toBe('ok');

      await leave(30 * MEGABYTE);
      expect(await storage()).toMatchObject({ space: 'short' });
      const refused = { code: 'DISK_FULL', data: { sentence: { key: 'errors.bulkRefused' } } };
      await expect(setPhoto(id)).rejects.toMatchObject(refused);
      await expect(clinic.admin.imports.demo({ patients: 5, seed: 1 })).rejects.toMatchObject(refused);
      expect(await codeOf(addPatient(clinic.admin))).toBe('ok');

      await leave(MEGABYTE);
      expect(await storage()).toMatchObject({ space: 'full' });
      expect(await codeOf(addPatient(clinic.admin))).toBe('DISK_FULL');
      expect(await clinic.admin.patients.count({})).toMatchObject({ count: 2 });

      rmSync(film());
      await backend().services.diskSpace.look();
      expect(await codeOf(addPatient(clinic.admin))).toBe('ok');
    });
  });

  describe('to the last byte', () => {
    beforeEach(() => startOn('24m'));

    it('lets people sign in, lock, unlock, read and sign out, and audits it when there is space again', async () => {
      const { id } = await addPatient(clinic.admin);
      await leave(0);
      const { client } = await signedIn(backend(), username, password);
      expect(await client.patients.get({ id })).toMatchObject({ id });
      await client.accounts.lock();
      await client.accounts.unlock({ password });
      await client.accounts.signOut();
      expect(await codeOf(client.patients.get({ id }))).toBe('UNAUTHENTICATED');
      await expect(backend().services.audit.flush()).rejects.toThrow();
      rmSync(film());
      await backend().services.diskSpace.look();
      await backend().services.audit.flush();
      const { rows } = await clinic.admin.admin.list({ table: 'audit', text: '' });
      const told = rows.map(({ cells }) => cells.auditAction);
      for (const act of ['signIn', 'lock', 'unlock', 'signOut', 'read']) expect(told).toContain(act);
    });

    it('still slows down whoever guesses, and takes no code of an authenticator twice', async () => {
      const mary = await hire(clinic, 'mary');
      const { secret } = await mary.client.me.enrolSecondFactor();
      const codeNow = () =>
        new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: backend().clock.now() });
      await mary.client.me.confirmSecondFactor({ code: codeNow() });
      backend().clock.pass(60_000);
      await leave(0);
      const station = backend().station();
      const code = codeNow();
      expect(await station.client.accounts.signIn({ username: 'mary', password: PASSWORD })).toMatchObject({
        needsSecondFactor: true,
      });
      expect(await codeOf(station.client.accounts.secondFactor({ code }))).toBe('ok');
      const other = backend().station();
      await other.client.accounts.signIn({ username: 'mary', password: PASSWORD });
      expect(await codeOf(other.client.accounts.secondFactor({ code }))).toBe('WRONG_CREDENTIALS');
      const codes: string[] = [];
      for (let guess = 0; guess < 7; guess += 1)
        codes.push(await codeOf(signedIn(backend(), username, `wrong${guess}`)));
      expect(codes.slice(0, 5)).toEqual(Array(5).fill('WRONG_CREDENTIALS'));
      expect(codes.slice(5)).toEqual(['TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
    });
  });

  describe('soon', () => {
    beforeEach(() => startOn('600m'));

    it('is warned of when fifteen minutes of writing are left, whatever is free', async () => {
      expect(await storage()).toMatchObject({ space: 'ok', minutesLeft: null });
      for (const minute of [1, 2]) {
        execFileSync('fallocate', ['-l', '60M', join(place, `film ${minute}`)]);
        backend().clock.pass(60_000);
        await backend().services.diskSpace.look();
      }
      const { space, minutesLeft, freeMegabytes } = await storage();
      expect(freeMegabytes).toBeGreaterThan(400);
      expect(minutesLeft).toBeLessThan(15);
      expect(space).toBe('low');
    });
  });
});
