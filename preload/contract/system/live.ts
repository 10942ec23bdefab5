import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { kinds } from '../entities.ts';
import { procedure } from '../ground/procedure.ts';

/** Something changed that an open page may show. */
export const liveEvent = z.object({
  kind: z.enum([...kinds, 'session', 'import', 'storage']),
  /** Of the records; of the users for `session`, nobody in particular when empty. */
  ids: z.array(z.int()),
});
export type LiveEvent = z.infer<typeof liveEvent>;

export const live = {
  /** Tells of every change as it is committed, for as long as the page listens. */
  changes: procedure({
    access: 'public',
    effect: 'read',
    quiet: true,
    exempt: ['maintenance', 'lock', 'passwordChange'],
  }).output(eventIterator(liveEvent)),
};
