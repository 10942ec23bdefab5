import { locale } from './locale.ts';

const dayAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const timeOnly = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const dayByName = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const DAY = 86_400_000;

/** A moment in words, with the time of day. */
export function formatMoment(ms: number): string {
  return dayAndTime.format(ms);
}

const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);

/** A moment as one speaks of it: `today 09:12`, `yesterday 17:02`, else with its date. */
export function sayMoment(ms: number, now = Date.now()): string {
  const days = Math.round((midnight(ms) - midnight(now)) / DAY);
  return days === 0 || days === -1 ? `${dayByName.format(days, 'day')} ${timeOnly.format(ms)}` : formatMoment(ms);
}
