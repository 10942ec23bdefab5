/** Days and weeks as this computer's calendar has them, whatever the hour its summer begins. */

/** The first moment of the day, some days away. */
export function dayStart(now: number, days = 0): number {
  const at = new Date(now);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days).getTime();
}

/** Monday 0 to Sunday 6. */
export const weekday = (now: number): number => (new Date(now).getDay() + 6) % 7;

/** The Mondays of the last weeks, oldest first, and the one that comes next. */
export function mondays(now: number, weeks: number): number[] {
  const thisMonday = -weekday(now);
  return Array.from({ length: weeks + 1 }, (_, place) => dayStart(now, thisMonday + (place - weeks + 1) * 7));
}

/** Minutes since midnight, as working hours have them. */
export function minuteOfDay(now: number): number {
  const at = new Date(now);
  return at.getHours() * 60 + at.getMinutes();
}
