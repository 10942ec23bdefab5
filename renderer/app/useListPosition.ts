import { type RefObject, useEffect, useRef } from 'react';

interface ListPosition {
  /** Where it stood when it was left. */
  from: number;
  hasMore: boolean;
  /** Brings more rows; does nothing while some are under way. */
  more: () => void;
  /** Remembers where it stands. */
  keep: (scrollTop: number) => void;
}

const hands = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

/**
 * Brings a list back to where it was left, bringing rows until it is long enough, and gives way to whoever scrolls meanwhile.
 * Answers what to call as it scrolls.
 */
export function useListPosition(scroller: RefObject<HTMLElement | null>, position: ListPosition): () => void {
  const { from, hasMore, more, keep } = position;
  const wanted = useRef(from > 0 ? from : null);
  useEffect(() => {
    const element = scroller.current;
    if (!element || wanted.current === null) return;
    const isThere = element.scrollHeight - element.clientHeight >= wanted.current;
    if (!isThere && hasMore) {
      more();
      return;
    }
    element.scrollTop = wanted.current;
    wanted.current = null;
  });
  useEffect(() => {
    const element = scroller.current;
    const giveWay = () => {
      wanted.current = null;
    };
    for (const hand of hands) element?.addEventListener(hand, giveWay, { passive: true });
    return () => {
      for (const hand of hands) element?.removeEventListener(hand, giveWay);
    };
  }, [scroller]);
  return () => {
    // On the way back there are stops that nobody chose.
    if (wanted.current === null && scroller.current) keep(scroller.current.scrollTop);
  };
}
