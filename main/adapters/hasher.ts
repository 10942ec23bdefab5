import type { Hasher } from '#main/ports.ts';

/** Argon2id as security.md A1 asks: 64 MiB, three passes, four lanes (RFC 9106's second recommendation, one pass more). */
const PARAMETERS = { memoryCost: 65_536, timeCost: 3, parallelism: 4 };

/** Argon2 works on the library's own threads; the module is loaded at its first use, since a start needs none. */
export const argon2Hasher: Hasher = {
  async hash(password) {
    const argon2 = await import('argon2');
    return argon2.hash(password, { type: argon2.argon2id, ...PARAMETERS });
  },
  async verify(hash, password) {
    const argon2 = await import('argon2');
    return argon2.verify(hash, password);
  },
  isOutdated(hash) {
    const { memoryCost, timeCost, parallelism } = PARAMETERS;
    const parts = new Set(hash.split(/[$,]/));
    return !['argon2id', 'v=19', `m=${memoryCost}`, `t=${timeCost}`, `p=${parallelism}`].every((part) =>
      parts.has(part),
    );
  },
};
