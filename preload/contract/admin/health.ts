import * as z from 'zod';
import { sentenceSchema } from '../ground/errors.ts';
import { instant } from '../ground/fields.ts';
import { administration } from './procedure.ts';

/** What came of looking through the whole database. */
export const checkResult = z.object({
  at: instant,
  milliseconds: z.int(),
  /** How many things are wrong; none when all is well. */
  count: z.int(),
  /** The first of them. */
  problems: z.array(sentenceSchema),
});
export type CheckResult = z.infer<typeof checkResult>;

export const checkProgress = z.object({
  /** `stopped` and `failed` leave the last result as it was. */
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  /** Tables looked through, of so many. */
  done: z.int(),
  total: z.int(),
});
export type CheckProgress = z.infer<typeof checkProgress>;

const audit = { action: 'check', entity: 'database' } as const;

/** How the program and its data stand. */
export const health = {
  /** Asked again and again while a check is under way. */
  health: administration({ access: 'settings.view', effect: 'read', cache: false, quiet: true }).output(
    z.object({
      databaseBytes: z.int(),
      walBytes: z.int(),
      logBytes: z.int().nullable(),
      freeBytes: z.int().nullable(),
      appVersion: z.string(),
      keyInFile: z.boolean(),
      workstation: z.string(),
      lastCheck: checkResult.nullable(),
      /** The check under way or, when none is, the last of this run of the program. */
      check: checkProgress.nullable(),
    }),
  ),
  /** Looks through the whole database while everybody works on. Refused with BUSY while that is under way. */
  checkDatabase: administration({ access: 'settings.change', effect: 'write', audit }).output(z.object({})),
  stopCheck: administration({ access: 'settings.change', effect: 'write' }).output(z.object({})),
};
