import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { codeOf } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
let client: (typeof clinic)['admin'];
beforeEach(async () => {
  clinic = await startClinic();
  ({ client } = clinic.backend.station());
});
afterEach(() => clinic.backend.close());

const missing = { state: 'missing', value: null };

describe('device values', () => {
  it('are set, read and deleted, before anybody signs in', async () => {
    expect(await client.device.get({ name: 'theme' })).toEqual(missing);
    await client.device.set({ name: 'theme', value: { mode: 'dark' } });
    expect(await client.device.get({ name: 'theme' })).toEqual({ state: 'ok', value: { mode: 'dark' } });
    await client.device.delete({ name: 'theme' });
    expect(await client.device.get({ name: 'theme' })).toEqual(missing);
  });

  it('expire at a moment, after a while, or when the reader finds them too old', async () => {
    const { clock } = clinic.backend;
    await client.device.set({ name: 'a', value: 1, maxAge: 60 });
    await client.device.set({ name: 'b', value: 2, expiresAt: clock.now() + 60_000 });
    await client.device.set({ name: 'c', value: 3, salt: 'pepper' });
    clock.pass(59_000);
    expect(await client.device.get({ name: 'a' })).toEqual({ state: 'ok', value: 1 });
    clock.pass(1_000);
    expect(await client.device.get({ name: 'a' })).toEqual({ state: 'expired', value: null });
    expect(await client.device.get({ name: 'b' })).toEqual({ state: 'expired', value: null });
    expect(await client.device.get({ name: 'c', salt: 'pepper', maxAge: 60 })).toEqual({
      state: 'expired',
      value: null,
    });
    expect(await client.device.get({ name: 'c', salt: 'pepper', maxAge: 61 })).toEqual({ state: 'ok', value: 3 });
    await client.device.set({ name: 'c', value: 3, maxAge: 0 });
    expect(await client.device.get({ name: 'c', salt: 'pepper' })).toEqual(missing);
  });

  it('show that they were tampered with when they are signed', async () => {
    const { device } = clinic.backend.services.ports;
    const tampered = { state: 'tampered', value: null };
    await client.device.set({ name: 'trusted', value: 'ada', salt: 'pepper', maxAge: 60 });
    expect(await client.device.get({ name: 'trusted', salt: 'salt' })).toEqual(tampered);
    expect(await client.device.get({ name: 'trusted' })).toEqual(tampered);
    const stored = device.get('values') as Record<string, { value: string; until: number }>;
    const entry = stored.trusted;
    device.set('values', { other: entry, trusted: { ...entry, until: Number.MAX_SAFE_INTEGER } });
    expect(await client.device.get({ name: 'other', salt: 'pepper' })).toEqual(tampered);
    clinic.backend.clock.pass(60_000);
    expect(await client.device.get({ name: 'trusted', salt: 'pepper' })).toEqual({ state: 'expired', value: null });
    device.set('values', { trusted: { ...entry, value: `x${entry?.value}` } });
    expect(await client.device.get({ name: 'trusted', salt: 'pepper' })).toEqual(tampered);
    device.set('values', { trusted: { ...entry, value: 'plain', signed: false } });
    expect(await client.device.get({ name: 'trusted', salt: 'pepper' })).toEqual(tampered);
    device.set('values', 'rubbish');
    expect(await client.device.get({ name: 'trusted', salt: 'pepper' })).toEqual(missing);
  });

  it('are small, few, and apart from what main keeps for itself', async () => {
    await clinic.admin.accounts.activity();
    expect(await client.device.get({ name: 'recentUsernames' })).toEqual(missing);
    expect(await codeOf(client.device.set({ name: 'big', value: 'x'.repeat(5_000) }))).toBe('TOO_LARGE');
    expect(await codeOf(client.device.set({ name: '__proto__', value: 1 }))).toBe('VALIDATION');
    for (let n = 0; n < 100; n += 1) await client.device.set({ name: `name${n}`, value: n });
    expect(await codeOf(client.device.set({ name: 'oneMore', value: 1 }))).toBe('TOO_LARGE');
    expect(await codeOf(client.device.set({ name: 'name7', value: 8 }))).toBe('ok');
  });
});
