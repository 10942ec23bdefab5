import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

interface Anchor {
  id: number;
  index: number;
}

/** Keeps the first row in sight where it is when rows come or go above it. */
export function useHeldRows(
  scroller: RefObject<HTMLDivElement | null>,
  rows: readonly { id: number }[],
  rowHeight: number,
): void {
  const anchor = useRef<Anchor | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const held = anchor.current;
    const now = held ? rows.findIndex((row) => row.id === held.id) : -1;
    if (held && now >= 0 && now !== held.index) element.scrollTop += (now - held.index) * rowHeight;
    anchor.current = anchorOf(element, rows, rowHeight);
  }, [scroller, rows, rowHeight]);
  useEffect(() => {
    const element = scroller.current;
    const listen = () => {
      if (element) anchor.current = anchorOf(element, rows, rowHeight);
    };
    element?.addEventListener('scroll', listen, { passive: true });
    return () => element?.removeEventListener('scroll', listen);
  }, [scroller, rows, rowHeight]);
}

function anchorOf(element: HTMLElement, rows: readonly { id: number }[], rowHeight: number): Anchor | null {
  const index = Math.floor(element.scrollTop / rowHeight);
  const row = rows[index];
  return row ? { id: row.id, index } : null;
}
