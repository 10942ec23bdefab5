import * as z from 'zod';
import type { Kind } from '../entities.ts';

/** Characters that no name or line holds: control characters, and marks that reverse text. */
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/**
 * Marks that take no room and come along unseen with what is pasted: two names that look the same would not be. Those
 * that some scripts are written with (joiners, directions) stay.
 */
const HIDDEN = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff]/gu;

const composed = (value: string) => value.normalize('NFC').replace(HIDDEN, '');

/** One line of text: trimmed, composed (NFC), without marks that nobody sees, at most `max` characters. */
export const line = (max = 200) =>
  z
    .string()
    .max(max, 'validation.tooLong')
    .transform((value) => composed(value).replace(/\s+/gu, ' ').trim())
    .refine((value) => !UNPRINTABLE.test(value), 'validation.unprintable');

/** As {@link line}, and not empty. */
export const requiredLine = (max = 200) => line(max).refine((value) => value.length > 0, 'validation.required');

/** Several lines of text, at most `max` characters. */
export const paragraph = (max = 10_000) =>
  z
    .string()
    .max(max, 'validation.tooLong')
    .transform((value) => composed(value).replace(/\r\n?/g, '\n').trim())
    .refine((value) => !UNPRINTABLE.test(value.replace(/[\n\t]/g, '')), 'validation.unprintable');

/** True when `value` is a day that exists, as `YYYY-MM-DD`. */
export function isCalendarDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Today's calendar date where this computer stands, or the date of another moment there. */
export function today(now = new Date()): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export const calendarDate = z
  .string()
  .refine(isCalendarDate, { error: 'validation.date', abort: true })
  .meta({ format: 'date' });

/** A date a living person can have been born on: not in the future, not before 1875 (no one has lived past 122 years). */
export const birthDate = calendarDate
  .refine((value) => value <= today(), { error: 'validation.dateInFuture', abort: true })
  .refine((value) => value >= '1875-01-01', 'validation.dateTooEarly');

export const pastDate = calendarDate.refine((value) => value <= today(), 'validation.dateInFuture');

/** A phone number as people write it; between 3 and 20 digits. Empty is allowed. */
export const phone = line(40).refine(
  (value) =>
    value === '' ||
    (/^\+?[\d\s().\-/]*(?:(?:x|ext\.?)\s?\d{1,6})?$/iu.test(value) && digits(value) >= 3 && digits(value) <= 20),
  'validation.phone',
);

function digits(value: string): number {
  return value.replace(/\D/g, '').length;
}

/** An e-mail address; empty is allowed. */
export const email = line(254).refine(
  (value) => value === '' || /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(value),
  'validation.email',
);

export const id = z.int().positive();
/** The id of a record of another kind: forms that know no more of it than this offer those records to choose from. */
export const idOf = (kind: Kind) => id.meta({ refersTo: kind });
export const version = z.int().positive();
/** Made by the form that creates a record; a second arrival of the same key gives the same record. */
export const createKey = z.uuid();
export const instant = z.int();
export const sex = z.enum(['female', 'male', 'other', 'unknown']);
export const recordStatus = z.enum(['active', 'archived']);
export type Sex = z.infer<typeof sex>;
export type RecordStatus = z.infer<typeof recordStatus>;
