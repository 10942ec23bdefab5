import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import * as z from 'zod';
import { DatabaseOpenError } from '#db/index.ts';
import { fileKeychain, type Keychain } from './keychain.ts';
import { databaseFile, keyFile } from './places.ts';
import { unfinished, writeDurably } from './saveDurably.ts';

const stored = z.object({ version: z.literal(1), kind: z.enum(['system', 'file']), key: z.string() });

export interface DataKey {
  readonly key: Buffer;
  readonly kind: Keychain['kind'];
}

/**
 * The key of this folder; a new random one when the folder is new, which {@link keepKey} is to give its name. Never a new one
 * beside existing data. Raises `DatabaseOpenError` (`wrongKey`).
 */
export async function loadKey(folder: string, keychain: Keychain): Promise<DataKey> {
  const file = keyFile(folder);
  if (existsSync(file)) return unwrapped(file, keychain);
  if (existsSync(databaseFile(folder))) return unwrapped(unfinished(file), keychain);
  const key = randomBytes(32);
  const wrapped = await keychain.wrap(key);
  const text = JSON.stringify({ version: 1, kind: keychain.kind, key: wrapped.toString('base64') });
  writeDurably(unfinished(file), text);
  return { key, kind: keychain.kind };
}

/** Gives a new key its name, now that its database is there: a key of that name without a database has lost it. */
export function keepKey(folder: string): void {
  const file = keyFile(folder);
  if (!existsSync(file)) renameSync(unfinished(file), file);
}

/** A key that is none, or that another computer's or account's keychain has wrapped, does not fit. */
async function unwrapped(file: string, keychain: Keychain): Promise<DataKey> {
  try {
    const { kind, key } = stored.parse(JSON.parse(readFileSync(file, 'utf8')));
    const wrappedBy = kind === 'file' ? fileKeychain : keychain;
    if (wrappedBy.kind !== kind) throw new DatabaseOpenError('wrongKey');
    return { key: await wrappedBy.unwrap(Buffer.from(key, 'base64')), kind };
  } catch (error) {
    throw new DatabaseOpenError('wrongKey', error);
  }
}
