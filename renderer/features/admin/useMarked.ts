import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { AdminRow } from '#contract/admin/table.ts';

const PAGE_STEP = 10;
const moves: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_STEP,
  PageUp: -PAGE_STEP,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The rows chosen for an action: some by name, or everything that fits. */
export type Marked = { all: false; ids: ReadonlySet<string> } | { all: true };

const nothing = { all: false, ids: new Set() } as Marked;

interface MarkedOptions {
  open: (row: AdminRow) => void;
  canMark: boolean;
  /** What the rows are the answer to: marks hold for that, and nobody acts on rows of another answer by mistake. */
  of: string;
}

/** The row under the keys and the rows that are marked: by checkbox, Space, Shift and Ctrl+A, as in a file manager. */
export function useMarked(rows: readonly AdminRow[], { open, canMark, of }: MarkedOptions) {
  const [at, setAt] = useState<number | null>(null);
  const [from, setFrom] = useState<number | null>(null);
  const [held, setHeld] = useState({ of, marked: nothing });
  const marked = held.of === of ? held.marked : nothing;
  const setMarked = (next: Marked) => setHeld({ of, marked: next });
  const isMarked = (id: string) => marked.all || marked.ids.has(id);

  const clear = () => setMarked(nothing);
  const markRange = (one: number, other: number) => {
    const range = rows.slice(Math.min(one, other), Math.max(one, other) + 1).map(({ id }) => id);
    setMarked({ all: false, ids: new Set([...(marked.all ? [] : marked.ids), ...range]) });
  };
  const toggle = (index: number, { shiftKey }: { shiftKey: boolean }) => {
    const row = rows[index];
    if (!row || !canMark) return;
    setAt(index);
    if (shiftKey && from !== null) return markRange(from, index);
    setFrom(index);
    const ids = new Set(marked.all ? rows.map(({ id }) => id) : marked.ids);
    if (!ids.delete(row.id)) ids.add(row.id);
    setMarked({ all: false, ids });
  };
  const markShown = () => canMark && setMarked({ all: false, ids: new Set(rows.map(({ id }) => id)) });

  const onKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const move = moves[event.key];
    const row = at === null ? undefined : rows[at];
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') markShown();
    else if (event.ctrlKey || event.altKey || event.metaKey) return;
    else if (move !== undefined) {
      const next = Math.max(0, Math.min(rows.length - 1, at === null ? 0 : at + move));
      if (event.shiftKey && canMark) markRange(at ?? next, next);
      setAt(next);
    } else if (event.key === ' ' && at !== null) toggle(at, event);
    else if (event.key === 'Enter' && row) open(row);
    else if (event.key === 'Escape' && (marked.all || marked.ids.size > 0)) clear();
    else return;
    event.preventDefault();
  };
  const onClick = (index: number, event: MouseEvent) => {
    if (event.shiftKey && at !== null && canMark) markRange(at, index);
    setAt(index);
  };
  return {
    at,
    marked,
    isMarked,
    toggle,
    markShown,
    markAll: () => setMarked({ all: true }),
    clear,
    onKey,
    onClick,
  };
}
export type Marking = ReturnType<typeof useMarked>;
