import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { recallPosition } from '#renderer/app/listMemory.ts';
import { queryClient } from '#renderer/app/query.ts';
import type { PatientsSearch } from './patientsSearch.ts';

/** Which page: the one after or before another, or the one that begins with some letters; the first without either. */
export type PageStart = { cursor?: string; before?: string; startAt?: string };

interface ListStart {
  search: PatientsSearch;
  first: PageStart;
  from: number;
}

/**
 * With which page a list begins, and how far it is scrolled. One that somebody comes back to stands as it was left while its
 * pages are here; when the page has forgotten them, it begins with the one that was in sight. Another search, at its beginning.
 */
export function useListStart(path: string, search: PatientsSearch, keyOf: (first: PageStart) => QueryKey): ListStart {
  const beginning = { search, first: firstOf(search), from: 0 };
  const [held, setHeld] = useState<ListStart>(() => {
    const { start, scrollTop } = recallPosition(path, search);
    if (!start) return { ...beginning, from: scrollTop };
    const [begun, page] = [start.begun as PageStart, start.page as PageStart];
    const isHere = queryClient.getQueryData(keyOf(begun)) !== undefined;
    return isHere ? { search, first: begun, from: scrollTop } : { search, first: page, from: start.top };
  });
  if (held.search === search) return held;
  setHeld(beginning);
  return beginning;
}

/** Letters to begin at are for the order of names, which is the one nobody has to ask for. */
const firstOf = ({ at, sort }: PatientsSearch): PageStart =>
  at !== undefined && sort === undefined ? { startAt: at } : {};
