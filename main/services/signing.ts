import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '#main/ports.ts';

export type Unsigned = { state: 'ok'; value: unknown; signedAt: number } | { state: 'tampered' };

/** Signs values so that a change of them, or their use under another salt, is noticed. */
export interface Signer {
  sign(value: unknown, salt: string): string;
  unsign(signed: unknown, salt: string): Unsigned;
}

export function createSigner(key: Buffer, clock: Clock): Signer {
  const signatureOf = (body: string, salt: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([salt, body]))
      .digest();
  return {
    sign(value, salt) {
      const body = Buffer.from(JSON.stringify([clock.now(), value])).toString('base64url');
      return `${body}.${signatureOf(body, salt).toString('base64url')}`;
    },
    unsign(signed, salt) {
      const [body = '', signature = '', more] = typeof signed === 'string' ? signed.split('.') : [];
      const expected = signatureOf(body, salt);
      const given = Buffer.from(signature, 'base64url');
      if (more !== undefined || given.length !== expected.length || !timingSafeEqual(given, expected)) {
        return { state: 'tampered' };
      }
      const [signedAt, value] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [number, unknown];
      return { state: 'ok', value, signedAt };
    },
  };
}
