import type { Message } from '../answers.ts';

/** Shows what main has to say; what shows it is loaded when there is something. */
export function tell(messages: Message[]): void {
  void import('./notices.tsx').then(({ showMessage }) => messages.forEach(showMessage));
}

/** Takes away what was said to an empty seat. */
export function welcome(): void {
  void import('./notices.tsx').then(({ clearSeatNotice }) => clearSeatNotice());
}

/** Takes away every notice of the one who leaves. */
export function forgetNotices(): void {
  void import('./notices.tsx').then(({ clearNotices }) => clearNotices());
}
