import type { ErrorCode, ErrorData } from '#contract/ground/errors.ts';

/** A call that main refuses for a reason a person may read. Everything else thrown is a fault and reaches nobody. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly data: Omit<ErrorData, 'id'>;

  constructor(code: ErrorCode, data: Omit<ErrorData, 'id'> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.data = data;
  }
}

/** One wrong field: where it is in the form, and the translation key of what to do. */
export function wrongField(path: string, key: string, params?: Record<string, string | number>): Refusal {
  return new Refusal('VALIDATION', { fields: [{ path, key, ...(params ? { params } : {}) }] });
}

/** What stores much is refused: the room that is left is for what people change. */
export const nearlyFull = () => new Refusal('DISK_FULL', { sentence: { key: 'errors.bulkRefused' } });

export const notFound = () => new Refusal('NOT_FOUND');

/** Somebody saved in between; `currentVersion` is what is stored now. */
export const conflict = (currentVersion: number) => new Refusal('CONFLICT', { currentVersion });
