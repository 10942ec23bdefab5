import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBackend, type TestBackend } from '#test/support/backend.ts';
import { codeOf } from '#test/support/staff.ts';

// A thread of its own loads its modules by itself: only where main judged would this be reached.
vi.mock('@zxcvbn-ts/core', () => {
  throw new Error('main judges passwords on its own thread');
});

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

/** The costliest kinds found: seconds each at their full length. */
const costly = (sign: string) => `${sign}p4$$w0rd`.repeat(16).slice(0, 128);

describe('how strong a password is', () => {
  it('is found out beside main, also when one is set', async () => {
    const { client } = backend.station();
    const strong = await client.accounts.passwordStrength({ password: 'violet-harbour-lantern-42' });
    expect(strong).toEqual({ score: 4, accepted: true, reasons: [] });
    const weak = await client.accounts.passwordStrength({ password: 'moonlitmoonlitmoonlit' });
    expect(weak).toMatchObject({ accepted: false, score: 1, reasons: [{ key: 'password.repeated' }] });
    const administrator = {
      givenName: 'Ada',
      familyName: 'Moreau',
      username: 'ada',
      password: 'moonlitmoonlitmoonlit',
    };
    expect(await codeOf(client.accounts.setup({ clinicName: 'Harbour', administrator }))).toBe('VALIDATION');
    const better = { ...administrator, password: 'violet-harbour-lantern-42' };
    expect(await codeOf(client.accounts.setup({ clinicName: 'Harbour', administrator: better }))).toBe('ok');
  });

  it('is asked once at a time: of many questions the newest is answered, and those between are called off', async () => {
    const { client } = backend.station();
    const asked = ['1', '2', '3', '4', '5'].map((sign) =>
      codeOf(client.accounts.passwordStrength({ password: costly(sign) })),
    );
    expect(await Promise.all(asked)).toEqual(['ok', 'CANCELLED', 'CANCELLED', 'CANCELLED', 'ok']);
  });

  it('is told to each window that asks, whatever others ask', async () => {
    const asked = ['1', '2', '3'].map((sign) =>
      codeOf(backend.station().client.accounts.passwordStrength({ password: costly(sign) })),
    );
    expect(await Promise.all(asked)).toEqual(['ok', 'ok', 'ok']);
  });

  it('keeps nobody waiting for other answers', async () => {
    const { client } = backend.station();
    let judged = false;
    const judging = client.accounts.passwordStrength({ password: costly('x') }).then(() => {
      judged = true;
    });
    for (let calls = 0; calls < 5; calls += 1) await client.accounts.start();
    expect(judged).toBe(false);
    await judging;
  });

  it('does not depend on what comes after the first 48 characters', async () => {
    const { client } = backend.station();
    const start = 'a'.repeat(48);
    const scoreOf = async (password: string) => (await client.accounts.passwordStrength({ password })).score;
    expect(await scoreOf(`${start}violet-harbour-lantern-42`)).toBe(await scoreOf(start));
  });
});
