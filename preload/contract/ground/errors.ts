import * as z from 'zod';

/** The closed set of things that can go wrong, as far as the UI may know. */
export const errorCodes = [
  'VALIDATION',
  'UNAUTHENTICATED',
  'WRONG_CREDENTIALS',
  'TOO_MANY_ATTEMPTS',
  'FORBIDDEN',
  'LOCKED',
  'FRESH_PASSWORD_REQUIRED',
  'PASSWORD_CHANGE_REQUIRED',
  'NOT_FOUND',
  'CONFLICT',
  'IN_USE',
  'UNSUPPORTED_FILE',
  'TOO_LARGE',
  'MAINTENANCE',
  'BUSY',
  'CANCELLED',
  'DISK_FULL',
  'STORAGE',
  'UNKNOWN_OUTCOME',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A sentence by its translation key, with the values it mentions. */
export const sentenceSchema = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Sentence = z.infer<typeof sentenceSchema>;

/** One field that is wrong: where it stands in the form, and what to do. */
export const fieldErrorSchema = sentenceSchema.extend({ path: z.string() });
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** What every error carries to the page. `id` finds the full story in the log. */
export const errorDataSchema = z.object({
  id: z.string(),
  /** What happened and what to do, for a person. */
  sentence: sentenceSchema.optional(),
  /** VALIDATION: each wrong field. */
  fields: z.array(fieldErrorSchema).optional(),
  /** IN_USE: why it cannot be done now. */
  reasons: z.array(sentenceSchema).optional(),
  /** CONFLICT: the version that is stored now. */
  currentVersion: z.number().optional(),
  /** TOO_MANY_ATTEMPTS: seconds until the next try counts. */
  retryAfter: z.number().optional(),
});
export type ErrorData = z.infer<typeof errorDataSchema>;

const status: Record<ErrorCode, number> = {
  VALIDATION: 422,
  UNAUTHENTICATED: 401,
  WRONG_CREDENTIALS: 403,
  TOO_MANY_ATTEMPTS: 429,
  FORBIDDEN: 403,
  LOCKED: 423,
  FRESH_PASSWORD_REQUIRED: 403,
  PASSWORD_CHANGE_REQUIRED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  IN_USE: 409,
  UNSUPPORTED_FILE: 415,
  TOO_LARGE: 413,
  MAINTENANCE: 503,
  BUSY: 503,
  CANCELLED: 499,
  DISK_FULL: 507,
  STORAGE: 503,
  UNKNOWN_OUTCOME: 500,
  INTERNAL: 500,
};

/** The status number that goes with a code where a protocol wants one. */
export function statusOf(code: ErrorCode): number {
  return status[code];
}

/** The shared errors in the form the RPC library declares them. */
export const errorMap = Object.fromEntries(
  errorCodes.map((code) => [code, { status: status[code], data: errorDataSchema }]),
) as Record<ErrorCode, { status: number; data: typeof errorDataSchema }>;
