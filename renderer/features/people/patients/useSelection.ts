import { useDebouncedValue } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { PatientRow } from '#contract/people/patients.ts';
import { recallList, rememberList } from '#renderer/app/listMemory.ts';

const PAGE_STEP = 10;
/** As in the stylesheet. */
export const ROW_HEIGHT = 44;

/** How far a key moves the selection among so many rows. */
function moveOf(key: string, count: number): number | null {
  const moves: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: PAGE_STEP,
    PageUp: -PAGE_STEP,
    Home: -count,
    End: count,
  };
  return moves[key] ?? null;
}

interface Listed {
  rows: PatientRow[] | undefined;
  searching: boolean;
  /** The rows are those that were found for what is typed. */
  settled: boolean;
}

/** Which row is chosen, and what the keys do with it. `typed` is what the rows are to be found for. */
export function useSelection(
  path: string,
  { rows = [], searching, settled }: Listed,
  typed: string,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const router = useRouter();
  const memory = recallList(path);
  const [chosen, setChosen] = useState({ id: memory.selected, typed });
  const [preview, setPreview] = useState(memory.preview);
  const known = rows.findIndex((row) => row.id === chosen.id);
  // The best match of a search is chosen already, so that Enter opens it; a choice made before it was typed is none here.
  const index = searching && rows.length > 0 && (known < 0 || chosen.typed !== typed) ? 0 : known;
  const selected = rows[index]?.id ?? null;
  const [previewed] = useDebouncedValue(preview ? selected : null, preview ? 120 : 0);

  const firstInSight = () => Math.ceil((scroller.current?.scrollTop ?? 0) / ROW_HEIGHT);
  const select = (next: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, next))];
    if (!row) return;
    setChosen({ id: row.id, typed });
    rememberList(path, { selected: row.id });
  };
  const show = (on: boolean) => {
    setPreview(on);
    rememberList(path, { preview: on });
  };
  const open = (at: number) => {
    const row = rows[at];
    if (!row) return;
    select(at);
    void router.navigate({ to: '/patients/$patientId', params: { patientId: row.id } });
  };
  const enter = useEnter(settled, selected, () => open(index));
  const closePreview = () => {
    show(false);
    scroller.current?.focus();
  };

  const onKey = (event: KeyboardEvent, { typing }: { typing: boolean }) => {
    const move = moveOf(event.key, rows.length);
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && index >= 0 && event.target === event.currentTarget) enter();
    else if (event.key === ' ' && !typing && event.target === event.currentTarget) {
      if (index < 0) select(firstInSight());
      show(!preview);
    } else if (event.key === 'Escape' && preview) show(false);
    else if (move !== null && !(typing && /Home|End/.test(event.key)))
      select(index < 0 ? firstInSight() : index + move);
    else return;
    event.preventDefault();
  };
  return { selected, select, open, onKey, previewed: preview ? previewed : null, closePreview };
}

/**
 * What Enter does. While the rows are still those of an earlier text it waits for the new ones, and opens the chosen one
 * only if it is the same that was in sight when Enter was pressed.
 */
function useEnter(settled: boolean, selected: number | null, open: () => void): () => void {
  const [awaited, setAwaited] = useState<number | null>(null);
  const arrive = useEffectEvent(() => {
    setAwaited(null);
    if (awaited === selected) open();
  });
  useEffect(() => {
    if (settled && awaited !== null) arrive();
  }, [settled, awaited]);
  return settled ? open : () => setAwaited(selected);
}
