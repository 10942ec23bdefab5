import { useEffect, useEffectEvent } from 'react';
import { client } from '#renderer/client.ts';

/** Main is told of hands at work at most so often, and more often while the lock is near. */
const TELL_EVERY = 30_000;
const TELL_URGENTLY = 1000;
const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Tells main while somebody moves, clicks or types; at once when `urgent` says that the lock is near. */
export function useActivity(urgent: boolean, onTold: () => void): void {
  const told = useEffectEvent(onTold);
  const isUrgent = useEffectEvent(() => urgent);
  useEffect(() => {
    let last = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      last = performance.now();
      client.accounts.activity().then(told, () => {});
    };
    // What happens in between is told at the end of the half minute, so that none of it is lost.
    const notice = () => {
      const now = isUrgent();
      if (timer && !now) return;
      clearTimeout(timer);
      timer = setTimeout(tell, Math.max(0, last + (now ? TELL_URGENTLY : TELL_EVERY) - performance.now()));
    };
    for (const input of inputs) window.addEventListener(input, notice, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const input of inputs) window.removeEventListener(input, notice, { capture: true });
    };
  }, []);
}
