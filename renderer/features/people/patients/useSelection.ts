import { useDebouncedValue } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useState } from 'react';
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

/** Which row is chosen, and what the keys do with it. */
export function useSelection(
  path: string,
  rows: PatientRow[],
  searching: boolean,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const router = useRouter();
  const memory = recallList(path);
  const [chosen, setChosen] = useState(memory.selected);
  const [preview, setPreview] = useState(memory.preview);
  const known = rows.findIndex((row) => row.id === chosen);
  // The best match of a search is chosen already, so that Enter opens it.
  const index = known < 0 && searching && rows.length > 0 ? 0 : known;
  const selected = rows[index]?.id ?? null;
  const [previewed] = useDebouncedValue(preview ? selected : null, preview ? 120 : 0);

  const firstInSight = () => Math.ceil((scroller.current?.scrollTop ?? 0) / ROW_HEIGHT);
  const select = (next: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, next))];
    if (!row) return;
    setChosen(row.id);
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
  const closePreview = () => {
    show(false);
    scroller.current?.focus();
  };

  const onKey = (event: KeyboardEvent, { typing }: { typing: boolean }) => {
    const move = moveOf(event.key, rows.length);
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && index >= 0 && event.target === event.currentTarget) open(index);
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
