import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { router } from '#main/modules/index.ts';
import { metaOf } from '#main/pipeline/meta.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { startClinic } from '#test/support/backend.ts';

let backend: TestBackend;
let admin: Awaited<ReturnType<typeof startClinic>>['admin'];

beforeAll(async () => {
  ({ backend, admin } = await startClinic());
});
afterAll(() => backend.close());

/** Every procedure of the router with its path. */
function procedures(
  node: object,
  path: string[] = [],
): Array<{ path: string; procedure: { '~orpc': { meta: object; middlewares: unknown[] } } }> {
  if ('~orpc' in node) return [{ path: path.join('.'), procedure: node as never }];
  return Object.entries(node).flatMap(([name, child]) => procedures(child as object, [...path, name]));
}

describe('the pipeline', () => {
  it('puts the same ten steps before every procedure', () => {
    for (const { path, procedure } of procedures(router)) expect(procedure['~orpc'].middlewares.length, path).toBe(10);
  });

  it('knows for every procedure who may call it', () => {
    for (const { path, procedure } of procedures(router)) expect(metaOf(procedure).access, path).not.toEqual([]);
  });

  it('refuses a signed-out call before its input is looked at', async () => {
    const { client } = backend.station();
    await expect(client.patients.get({ id: -1 })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('answers a wrong input with the fields that are wrong and an id, and no more', async () => {
    const error = await admin.patients.get({ id: -1 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'VALIDATION',
      data: { id: expect.stringMatching(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/), fields: [{ path: 'id' }] },
    });
    expect(JSON.stringify(error)).not.toMatch(/stack|select|\/main\//i);
  });

  it('logs every call with name, caller, time and outcome, and nothing that was sent', async () => {
    await admin.patients.search({ text: 'Unmistakable' });
    await expect(admin.patients.get({ id: 999_999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const calls = backend.logged.filter((line) => line.msg === 'call');
    expect(calls.at(-1)).toMatchObject({
      procedure: 'patients.get',
      outcome: 'NOT_FOUND',
      user: 1,
      milliseconds: expect.any(Number),
    });
    expect(JSON.stringify(backend.logged)).not.toContain('Unmistakable');
  });

  it('closes for maintenance to everybody but superusers and exempt procedures', async () => {
    const { settings, db, signals } = backend.services;
    const turn = async (on: boolean) => {
      await db.write((tx) => settings.set(tx, 'maintenance', { on, message: 'Back at noon', from: null, until: null }));
      await signals.send('committed', { kind: 'settings', ids: [] });
    };
    await turn(true);
    const { client } = backend.station();
    await expect(client.patients.count({})).rejects.toMatchObject({ code: 'MAINTENANCE' });
    await expect(client.accounts.start()).resolves.toMatchObject({ user: null });
    await expect(admin.patients.count({})).resolves.toMatchObject({ count: 0 });
    await turn(false);
  });

  it('refuses keys that reach an object prototype, at any depth', async () => {
    const evil = JSON.parse('{"filters":{"__proto__":{"admin":true}}}') as object;
    await expect(admin.patients.count(evil as never)).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('refuses what is too deep or too long before any schema sees it', async () => {
    let deep: object = {};
    for (let level = 0; level < 10_000; level += 1) deep = { deep };
    await expect(admin.patients.count(deep as never)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    await expect(admin.patients.search({ text: 'x'.repeat(2_000_000) })).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});
