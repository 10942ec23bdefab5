import { monitorEventLoopDelay } from 'node:perf_hooks';
import { argon2d, argon2id, hash } from 'argon2';
import { describe, expect, it } from 'vitest';
import { argon2Hasher } from '#main/adapters/hasher.ts';
import { NOBODY } from '#main/modules/accounts/signIn/backends/index.ts';
import { ADMINISTRATOR } from '#test/support/backend.ts';

const { password } = ADMINISTRATOR;

describe('the hasher', () => {
  it('stores Argon2id of 64 MiB, three passes and four lanes, each time with another salt', async () => {
    const [first, second] = [await argon2Hasher.hash(password), await argon2Hasher.hash(password)];
    expect(first).toMatch(/^\$argon2id\$v=19\$m=65536,(?:t=3,p=4|p=4,t=3)\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(second).not.toBe(first);
  });

  it('takes the password as it is: no blank is cut off, no letter ignored, however long', async () => {
    const long = `${'ж'.repeat(500)} `;
    const stored = await argon2Hasher.hash(long);
    expect(await argon2Hasher.verify(stored, long)).toBe(true);
    for (const other of [long.trim(), long.slice(1), long.toUpperCase(), ''])
      expect(await argon2Hasher.verify(stored, other)).toBe(false);
  });

  it('knows a hash that was made with less, and still knows whose it is', async () => {
    const today = { memoryCost: 65_536, timeCost: 3, parallelism: 4 };
    expect(argon2Hasher.isOutdated(await argon2Hasher.hash(password))).toBe(false);
    for (const less of [{ memoryCost: 19_456 }, { timeCost: 2 }, { parallelism: 1 }, { type: argon2d } as const]) {
      const weaker = await hash(password, { ...today, type: argon2id, ...less });
      expect(argon2Hasher.isOutdated(weaker), weaker).toBe(true);
      expect(await argon2Hasher.verify(weaker, password)).toBe(true);
    }
  });

  it('costs the same for a name that nobody has', async () => {
    expect(argon2Hasher.isOutdated(NOBODY)).toBe(false);
    expect(await argon2Hasher.verify(NOBODY, password)).toBe(false);
  });

  it('leaves main free meanwhile', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await Promise.all([1, 2, 3].map(() => argon2Hasher.hash(password)));
    delay.disable();
    // Not the very longest: that one may be another program's.
    expect(delay.percentile(90) / 1e6).toBeLessThan(50);
  });
});
