import { type RefObject, useEffect } from 'react';
import { takeWanted } from './place.ts';

/** A page that has not become long enough by then stays where it is. */
const LONGEST_WAIT = 3000;
/** Fields that come with a draft take the cursor while they appear. */
const SETTLES_WITHIN = 400;
const hands = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

/** After unlocking: scrolls to where the page stood and puts the cursor where it was, unless somebody was faster. */
export function useComingBack(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const wanted = takeWanted();
    const element = main.current;
    if (!wanted || !element) return;
    const { scrollTop, field } = wanted;
    let end = performance.now() + LONGEST_WAIT;
    let arrived = false;
    let frame = 0;
    const stop = () => {
      cancelAnimationFrame(frame);
      for (const hand of hands) window.removeEventListener(hand, stop, { capture: true });
    };
    const look = () => {
      const input = field && element.querySelector<HTMLElement>(`[data-path="${CSS.escape(field)}"]`);
      const isThere = element.scrollHeight - element.clientHeight >= scrollTop && input !== null;
      if (isThere && !arrived) end = performance.now() + SETTLES_WITHIN;
      arrived ||= isThere;
      if (input) input.focus({ preventScroll: true });
      if (isThere) element.scrollTop = scrollTop;
      if (performance.now() > end) stop();
      else frame = requestAnimationFrame(look);
    };
    for (const hand of hands) window.addEventListener(hand, stop, { capture: true, passive: true });
    look();
    return stop;
  }, [main]);
}
