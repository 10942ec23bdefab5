import type { Message } from '../answers.ts';
import { OF_THE_STATION } from './stationMessages.ts';

const KEPT = 'said-at-the-door';

/** Shows what main has to say. */
export function tell(messages: Message[]): void {
  const kept = messages.filter(({ key }) => OF_THE_STATION.includes(key));
  if (kept.length > 0) sessionStorage.setItem(KEPT, JSON.stringify(kept));
  show(messages);
}

/** Says again what was said just before this page was loaded. */
export function tellAgain(): void {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  // Written by this page itself, a moment ago.
  if (kept) show(JSON.parse(kept) as Message[]);
}

/** Takes away what was said to an empty station. */
export function welcome(): void {
  sessionStorage.removeItem(KEPT);
  void import('./notices.tsx').then(({ clearStationNotice }) => clearStationNotice());
}

/** What shows it is loaded when there is something. */
function show(messages: Message[]): void {
  void import('./notices.tsx').then(({ showMessage }) => messages.forEach(showMessage));
}
