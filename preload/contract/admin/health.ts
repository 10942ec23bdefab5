import * as z from 'zod';

/** How the program and its data stand. */
export const health = z.object({
  databaseBytes: z.int(),
  walBytes: z.int(),
  freeBytes: z.int().nullable(),
  appVersion: z.string(),
  keyInFile: z.boolean(),
  workstation: z.string(),
});
