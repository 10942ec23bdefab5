import * as z from 'zod';
import { procedure } from '../ground/procedure.ts';

/** The folder that the clinic's data lies in. */
export const dataFolder = {
  /** Takes the data to a folder that the host asks for, and starts again there; `moving: false` when nobody chose one. */
  move: procedure({
    access: 'superuser',
    effect: 'write',
    audit: { action: 'move', entity: 'database' },
    fresh: true,
  }).output(z.object({ moving: z.boolean() })),
};
