import * as z from 'zod';
import { requiredLine } from '../ground/fields.ts';

/** What the clinic is called; more of what stands on its papers will follow. */
export const clinicSettings = z.strictObject({ clinicName: requiredLine(120) });

/** Whether pictures may be added to the library by their address on the web. */
export const imageSettings = z.strictObject({ imageLinks: z.boolean() });

/** What the request log holds. */
export const loggingSettings = z.strictObject({
  level: z.enum(['debug', 'info', 'warn', 'error']),
  /** A call that takes longer is marked as slow. */
  slowMs: z.int().min(1).max(60_000),
});
