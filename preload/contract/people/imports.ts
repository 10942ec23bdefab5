import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { sentenceSchema } from '../ground/errors.ts';
import { procedure } from '../ground/procedure.ts';

export const importFormat = z.enum(['synthea-csv', 'fhir']);
export type ImportFormat = z.infer<typeof importFormat>;

const tally = z.object({ created: z.int(), updated: z.int(), skipped: z.int(), refused: z.int() });

export const importReport = z.object({
  patients: tally,
  practitioners: tally,
  problems: z.array(z.object({ source: z.string(), line: z.int().nullable(), reason: z.string() })),
  dryRun: z.boolean(),
  cancelled: z.boolean(),
});
export type ImportReport = z.infer<typeof importReport>;

export const importProgress = z.object({
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** What is being read, and how far: `done` of `total` bytes or records. */
  step: z.enum(['reading', 'making', 'practitioners', 'encounters', 'patients', 'finishing']),
  done: z.int(),
  total: z.int(),
  report: importReport.nullable(),
  failure: sentenceSchema.nullable(),
});
export type ImportProgress = z.infer<typeof importProgress>;

/** A folder or file that main has agreed to read; the page knows only its name. */
const source = z.object({ handle: z.string(), name: z.string() });

/** Not trimmed, since a name may begin or end with a space; nothing typed would mean the folder the program runs in. */
const typedPath = z
  .string()
  .max(4096)
  .refine((path) => path.trim() !== '', 'validation.required');
const permission = { access: 'data.import' as const, effect: 'write' as const };
const jobId = z.strictObject({ jobId: z.string().max(100) });

export const imports = {
  /** Asks with the system's own dialog; null when it was closed. `available: false` where there is no such dialog. */
  choose: procedure(permission)
    .input(z.strictObject({ format: importFormat, what: z.enum(['folder', 'file']) }))
    .output(z.object({ available: z.boolean(), source: source.nullable() })),
  /** The same by a typed path, only where no dialog is available. What cannot be read is not told from what is not there. */
  chooseByPath: procedure({ ...permission, audit: { action: 'import', entity: 'patient' } })
    .input(z.strictObject({ path: typedPath }))
    .output(source),
  start: procedure({ ...permission, audit: { action: 'import', entity: 'patient' }, bulk: true })
    .input(z.strictObject({ format: importFormat, handle: z.string().max(100), dryRun: z.boolean().default(false) }))
    .output(z.object({ jobId: z.string() })),
  /** Follows a job to its end; the last item carries the report. */
  progress: procedure({ ...permission, effect: 'read', quiet: true })
    .input(jobId)
    .output(eventIterator(importProgress)),
  cancel: procedure(permission).input(jobId).output(z.object({})),
  /** Makes believable demo patients (also offered at the first start). */
  demo: procedure({ ...permission, audit: { action: 'import', entity: 'patient' }, bulk: true })
    .input(z.strictObject({ patients: z.int().min(1).max(1_000_000), seed: z.int().default(1) }))
    .output(z.object({ jobId: z.string() })),
};
