import { locale } from './locale.ts';

/** From and to, in minutes since midnight. */
export type Span = [from: number, to: number];
/** Seven days, Monday first. */
export type Week = Span[][];

const timeFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
const dayFormat = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
const FIRST_MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** The names of the days, Monday first. */
export const dayNames: readonly string[] = Array.from({ length: 7 }, (_, day) =>
  dayFormat.format(FIRST_MONDAY + day * DAY),
);

/** Minutes as this computer writes a time of day. */
export function formatTime(minutes: number): string {
  return timeFormat.format(minutes * 60_000);
}

/** Minutes as a time field takes them: 09:30. The day's end is its last minute there. */
export function toField(minutes: number): string {
  const shown = Math.min(minutes, 1439);
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

/** What a time field holds, in minutes; null while it is not complete. */
export function fromField(text: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** One day in words: 09:00 – 12:00, 13:00 – 17:00. */
export function formatDay(spans: readonly Span[]): string {
  return spans.map(([from, to]) => `${formatTime(from)} – ${formatTime(to)}`).join(', ');
}

/** The span that is proposed next: the morning, then after a break. */
export function nextSpan(spans: readonly Span[]): Span {
  const last = spans.at(-1);
  if (!last) return [540, 1020];
  const from = Math.min(last[1] + 60, 1380);
  return [from, Math.min(from + 180, 1440)];
}

/** A week in words, a line for each day on which there are any hours. */
export function describeWeek(week: Week): string {
  return week
    .map((spans, day) => (spans.length > 0 ? `${dayNames[day]} ${formatDay(spans)}` : ''))
    .filter(Boolean)
    .join('\n');
}
