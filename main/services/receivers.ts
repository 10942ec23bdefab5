import type { Services } from './index.ts';

/** Every receiver of every signal, in one place. */
export function connectReceivers({ signals, settings }: Services): void {
  signals.connect('committed', ({ kind }) => (kind === 'settings' ? settings.reload() : undefined), 'settings.reload');
}
