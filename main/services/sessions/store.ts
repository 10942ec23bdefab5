import type { Keyv } from 'keyv';
import * as z from 'zod';

/** A session as every store keeps it, under the hash of its id. */
export const storedSession = z.object({
  userId: z.int(),
  credentialVersion: z.int(),
  createdAt: z.int(),
  lastSeenAt: z.int(),
  expiresAt: z.int(),
  endsAt: z.int(),
  workstation: z.string(),
  address: z.string(),
  appVersion: z.string(),
  stay: z.boolean(),
});
export type StoredSession = z.infer<typeof storedSession>;

/** Where sessions are kept. What is read may be damaged: the service checks it and its age by main's clock. */
export interface SessionStore {
  readonly keyv: Keyv;
  /** Seals what lies outside of the encrypted database: nobody reads it there, or passes for somebody else. */
  readonly seal?: Buffer;
  all(): AsyncIterable<readonly [hash: string, session: unknown]>;
}

/** The form in which Keyv hands values to a store of ours, and gets them back. */
export interface KeyvRecord {
  value: unknown;
}
