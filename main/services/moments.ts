import type { Clock } from '#main/ports.ts';

/** A point in time on both clocks of main. */
export interface Moment {
  monotonic: number;
  wall: number;
}

export const momentOf = (clock: Clock): Moment => ({ monotonic: clock.monotonic(), wall: clock.now() });

/**
 * Milliseconds since then, the larger of what the two clocks say: the monotonic one cannot be set back, and the other
 * one also counts while the computer was suspended.
 */
export function elapsedSince(clock: Clock, then: Moment): number {
  return Math.max(clock.monotonic() - then.monotonic, clock.now() - then.wall);
}
