import * as z from 'zod';

const age = z.coerce.number().int().min(0).max(150).optional().catch(undefined);
const recordId = z.coerce.number().int().positive().optional().catch(undefined);

/** What the address of a list of patients says. What is not understood is left out. */
export const patientsSearch = z.object({
  q: z.coerce.string().max(1000).optional().catch(undefined),
  status: z.enum(['archived', 'all']).optional().catch(undefined),
  doctor: recordId,
  ageFrom: age,
  ageTo: age,
  sort: z.enum(['birthDate', 'mrn', 'updated']).optional().catch(undefined),
  direction: z.literal('descending').optional().catch(undefined),
  /** The first letters to start at, in name order. */
  at: z.coerce.string().max(100).optional().catch(undefined),
});
export type PatientsSearch = z.output<typeof patientsSearch>;

/** What the address of a new patient says: whose patient it becomes. */
export const newPatientSearch = z.object({ doctor: recordId });

/** What the address of the list of doctors says. */
export const doctorsSearch = z.object({
  q: z.coerce.string().max(200).optional().catch(undefined),
  status: z.enum(['archived', 'all']).optional().catch(undefined),
});
export type DoctorsSearch = z.output<typeof doctorsSearch>;

/** What the address of the image library says. */
export const imagesSearch = z.object({
  q: z.coerce.string().max(200).optional().catch(undefined),
  tag: z.coerce.string().max(40).optional().catch(undefined),
  status: z.literal('archived').optional().catch(undefined),
});
export type ImagesSearch = z.output<typeof imagesSearch>;

/** What the address of a new image says: a picture on the web, as a link to this page may suggest it. */
export const newImageSearch = z.object({
  title: z.coerce.string().max(200).optional().catch(undefined),
  url: z.coerce.string().max(2000).optional().catch(undefined),
});

/** What the address of the import page says. */
export const importSearch = z.object({ job: z.coerce.string().max(100).optional().catch(undefined) });
