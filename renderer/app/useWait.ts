import { useEffect, useState } from 'react';
import { problemOf } from './problem.ts';

const secondsOf = (error: unknown): number => (error ? (problemOf(error).retryAfter ?? 0) : 0);

/** Seconds until the next try counts, after a call that was refused as one too many; 0 when it does. */
export function useWait(error: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const until = performance.now() + secondsOf(error) * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    tick();
    if (secondsOf(error) === 0) return;
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
