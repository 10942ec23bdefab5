import { today } from '#contract/ground/fields.ts';
import { i18n } from './i18n.ts';
import { locale } from './locale.ts';

export { formatMoment } from './moments.ts';

const DAY = 86_400_000;

const dateFormat = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const timeFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });

function utc(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** A calendar date in words: 12 Mar 1984. */
export function formatDate(date: string): string {
  const moment = utc(date);
  return Number.isNaN(moment.getTime()) ? date : dateFormat.format(moment);
}

/** The time of day of a moment. */
export function formatTime(ms: number): string {
  return timeFormat.format(ms);
}

/** Whole years between two calendar dates. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** An age in the unit that says most: days for the newborn, months under two years. */
export function formatAge(birthDate: string, on: string = today()): string {
  const years = yearsBetween(birthDate, on);
  if (years >= 2) return i18n.t('age.years', { count: years });
  const days = Math.max(0, Math.round((utc(on).getTime() - utc(birthDate).getTime()) / DAY));
  return days < 60 ? i18n.t('age.days', { count: days }) : i18n.t('age.months', { count: Math.floor(days / 30.44) });
}

/** `12 Mar 1984 · 42 y`; the age at death for those who died. */
export function dateWithAge(birthDate: string, deceasedOn: string | null = null): string {
  return `${formatDate(birthDate)} · ${formatAge(birthDate, deceasedOn ?? undefined)}`;
}

/** A wait in words: `45 s`, `2 min 05 s`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 60) return i18n.t('wait.seconds', { seconds });
  const rest = String(seconds % 60).padStart(2, '0');
  return i18n.t('wait.minutes', { minutes: Math.floor(seconds / 60), seconds: rest });
}

const numberFormat = new Intl.NumberFormat(locale);

/** A number with its thousands set apart. */
export function formatNumber(value: number): string {
  return numberFormat.format(value);
}
