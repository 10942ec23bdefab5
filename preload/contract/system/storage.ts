import * as z from 'zod';
import { procedure } from '../ground/procedure.ts';

/** How the disk with the clinic's data stands. */
export const storageState = z.object({
  /**
   * - `low`: people are warned
   * - `short`: what stores much (imports, demo data, pictures) is refused
   * - `full`: every change is refused; signing in and out and reading go on
   */
  space: z.enum(['ok', 'low', 'short', 'full']),
  /** Null where the system does not tell. */
  freeMegabytes: z.int().nullable(),
  /** Until the disk is full, if it goes on filling as in the last minutes; null when it does not fill. */
  minutesLeft: z.int().nullable(),
  /** False from an I/O error on, until the stored data was looked through. */
  isWriting: z.boolean(),
});
export type StorageState = z.infer<typeof storageState>;

export const storage = {
  get: procedure({
    access: 'signedIn',
    effect: 'read',
    quiet: true,
    cache: false,
    exempt: ['maintenance', 'passwordChange'],
  }).output(storageState),
};
