import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own for each purpose, derived from the data key, so that no two uses ever share one. */
export function deriveKey(dataKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, 'clinic-desk', purpose, 32));
}

/** Encrypts (AES-256-GCM); `about` is bound to the result without being in it, so that it opens nowhere else. */
export function seal(key: Buffer, plain: Buffer, about: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Opens what {@link seal} made; null when key, content or `about` are not the same. */
export function unseal(key: Buffer, sealed: Buffer, about: string): Buffer | null {
  try {
    const iv = sealed.subarray(0, IV_BYTES);
    const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** A hash that only the holder of the key can compute: what is stored of codes too short for a bare hash. */
export function keyedHash(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** No letters or digits that look alike. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A secret that can be read out and typed: `K7TM-2QXA-P4VN`, 58 bits. */
export function readableCode(): string {
  const block = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [block(), block(), block()].join('-');
}

/** A code as typed, without what people add or change when they copy it. */
export const plainCode = (typed: string) => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
