import type { Clock } from '#main/ports.ts';

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };
