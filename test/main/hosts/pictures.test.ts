import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import { serveToBrowser } from '#main/hosts/browser/server.ts';
import type { Station } from '#main/services/stations.ts';
import { ADMINISTRATOR, startClinic, type TestBackend } from '#test/support/backend.ts';
import { addPatient } from '#test/support/people.ts';
import { pictureAt, pictureStatus } from '#test/support/pictures.ts';
import { codeOf, GROUPS, hire, PASSWORD, userForm } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
let backend: TestBackend;
let patientId: number;
let photoId: string;
let fileId: string;
beforeEach(async () => {
  clinic = await startClinic();
  backend = clinic.backend;
  patientId = (await addPatient(clinic.admin)).id;
  ({ photoId } = await clinic.admin.photos.set({ subject: 'patient', subjectId: patientId, file: await picture() }));
  const image = { caption: 'Rash', tags: [] };
  ({ fileId } = await clinic.admin.images.add({ createKey: crypto.randomUUID(), file: await picture(), image }));
});
afterEach(() => backend.close());

async function picture(): Promise<Blob> {
  const image = sharp({ create: { width: 40, height: 40, channels: 3, background: 'red' } });
  return new Blob([new Uint8Array(await image.png().toBuffer())]);
}

const addresses = () => [`/photo/${photoId}/96`, `/photo/${photoId}/512`, `/image/${fileId}/small`];
const statusesAt = (station: Station) =>
  Promise.all(addresses().map((address) => pictureStatus(backend, station, address)));

/** The codes of the two calls behind the addresses. */
async function codesFor(client: typeof clinic.admin): Promise<string[]> {
  const photo = await codeOf(client.photos.read({ photoId, size: 'small' }));
  return [photo, await codeOf(client.images.read({ fileId, size: 'small' }))];
}

/** What the audit has of looking at pictures, refusals too. */
async function looks() {
  await backend.services.audit.flush();
  return backend.services.db.read(async (reader) =>
    reader.select().from(auditEvent).where(eq(auditEvent.procedure, 'photos.read')).orderBy(auditEvent.id),
  );
}

describe('a picture at its address', () => {
  it('is shown to whoever may see whose it is', async () => {
    const { station, client } = await hire(clinic, 'reader', { groupIds: [GROUPS.readOnly] });
    expect(await statusesAt(station)).toEqual([200, 200, 200]);
    expect(await codesFor(client)).toEqual(['ok', 'ok']);
  });

  it('is refused to whoever is signed out, as any call is', async () => {
    const { station, client } = backend.station();
    expect(await statusesAt(station)).toEqual([401, 401, 401]);
    expect(await codesFor(client)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  });

  it('is refused while the station is locked', async () => {
    const { station, client } = await hire(clinic, 'reader', { groupIds: [GROUPS.readOnly] });
    await client.accounts.lock({});
    expect(await statusesAt(station)).toEqual([423, 423, 423]);
  });

  it('is refused during maintenance, but to superusers', async () => {
    const { station, client } = await hire(clinic, 'reader', { groupIds: [GROUPS.readOnly] });
    await clinic.admin.maintenance.set({ on: true });
    expect(await statusesAt(station)).toEqual([503, 503, 503]);
    expect(await codesFor(client)).toEqual(['MAINTENANCE', 'MAINTENANCE']);
    expect(await statusesAt(clinic.station)).toEqual([200, 200, 200]);
  });

  it('is refused as long as a new password is due', async () => {
    const form = userForm('fresh', { groupIds: [GROUPS.readOnly] });
    await clinic.admin.users.create({ user: form, password: PASSWORD });
    const { station, client } = backend.station();
    await client.accounts.signIn({ username: 'fresh', password: PASSWORD });
    expect(await statusesAt(station)).toEqual([403, 403, 403]);
    expect(await codesFor(client)).toEqual(['PASSWORD_CHANGE_REQUIRED', 'PASSWORD_CHANGE_REQUIRED']);
  });

  it('of somebody who may not be seen looks like one that is not there', async () => {
    const { station, client } = await hire(clinic, 'nobody', { groupIds: [] });
    expect(await codesFor(client)).toEqual(['NOT_FOUND', 'FORBIDDEN']);
    expect(await codeOf(client.photos.read({ photoId: 'x'.repeat(30), size: 'small' }))).toBe('NOT_FOUND');
    expect(await statusesAt(station)).toEqual([404, 404, 403]);
    expect(await pictureStatus(backend, station, `/photo/${'x'.repeat(30)}/96`)).toBe(404);
  });

  it.each(['/photo/x/96', '/photo/../512', '/image/none', '/', '/users/1/96'])('%s is none', async (address) => {
    expect(await pictureStatus(backend, clinic.station, address)).toBe(404);
  });
});

describe('a recent user', () => {
  const ofAda = async () => {
    const set = clinic.admin.photos.set({ subject: 'user', subjectId: 1, file: await picture() });
    return (await set).photoId;
  };

  it('has its photo before anybody signed in, during maintenance too, and no other photo has', async () => {
    const own = await ofAda();
    const { station } = backend.station();
    await clinic.admin.maintenance.set({ on: true });
    expect(await pictureStatus(backend, station, `/recent-user/${own}/96`)).toBe(200);
    expect(await pictureStatus(backend, station, `/recent-user/${photoId}/96`)).toBe(404);
    expect(await pictureStatus(backend, station, `/photo/${own}/96`)).toBe(503);
  });

  it('is not needed where the station’s own user has locked it', async () => {
    const own = await ofAda();
    await clinic.admin.accounts.lock({});
    await clinic.admin.accounts.forgetRecentUser({ username: ADMINISTRATOR.username });
    expect(await pictureStatus(backend, clinic.station, `/recent-user/${own}/512`)).toBe(200);
    expect(await pictureStatus(backend, backend.station().station, `/recent-user/${own}/512`)).toBe(404);
  });
});

describe('the audit', () => {
  it('has no row of its own for the small photos of a list', async () => {
    for (let i = 0; i < 50; i += 1)
      expect(await pictureAt(backend, clinic.station, `/photo/${photoId}/96`)).not.toBeNull();
    expect(await looks()).toEqual([]);
  });

  it('has one that names the patient for a photo looked at in full', async () => {
    await pictureAt(backend, clinic.station, `/photo/${photoId}/512`);
    expect(await looks()).toMatchObject([
      { action: 'read', entity: 'patient', entityId: patientId, patientId, userId: 1 },
    ]);
  });

  it('has one of every refusal', async () => {
    await pictureAt(backend, backend.station().station, `/photo/${photoId}/96`);
    expect(await looks()).toMatchObject([{ outcome: 'UNAUTHENTICATED', entity: 'photo', action: 'read' }]);
  });

  it('tells a change of a photo as a change of its owner, and so do the signals', async () => {
    const told: unknown[] = [];
    const stop = backend.services.signals.connect('postSave', ({ entity, id }) => void told.push([entity, id]));
    await clinic.admin.photos.remove({ subject: 'patient', subjectId: patientId });
    stop();
    expect(told).toEqual([['patient', patientId]]);
    const rows = await backend.services.db.read(async (reader) =>
      reader
        .select()
        .from(auditEvent)
        .where(and(eq(auditEvent.entity, 'patient'), eq(auditEvent.procedure, 'photos.remove'))),
    );
    expect(rows).toMatchObject([{ action: 'update', entityId: patientId, details: { photo: 'removed' } }]);
  });
});

describe('the browser host', () => {
  it('hands out what the call behind the address answers', async () => {
    const page = mkdtempSync(join(tmpdir(), 'clinic-page-'));
    writeFileSync(join(page, 'index.html'), '<!doctype html>');
    const host = await serveToBrowser(backend, page, 0);
    const { origin, hash } = new URL(host.url);
    const body = JSON.stringify({ secret: hash.replace('#secret=', '') });
    const opened = await fetch(`${origin}/session`, { method: 'POST', headers: { origin }, body });
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
    const get = (address: string) => fetch(`${origin}/media${address}`, { headers: { cookie } });
    expect((await get(`/photo/${photoId}/96`)).status).toBe(401);
    const { photoId: own } = await clinic.admin.photos.set({ subject: 'user', subjectId: 1, file: await picture() });
    const shown = await get(`/recent-user/${own}/96`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp']);
    const { width } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
    expect(width).toBe(96);
    await host.close();
    rmSync(page, { recursive: true, force: true });
  });
});
