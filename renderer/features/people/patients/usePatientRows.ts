import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PatientFilters, PatientRow } from '#contract/people/patients.ts';
import type { ListMemory } from '#renderer/app/listMemory.ts';
import { usualStatus } from '#renderer/app/record/statuses.ts';
import { orpc } from '#renderer/client.ts';
import type { PatientsSearch } from './patientsSearch.ts';
import { type PageStart, useListStart } from './useListStart.ts';
import { ROW_HEIGHT } from './useSelection.ts';

const PAGE = 100;
/** Pages kept at a time; those farther away are forgotten and asked again. */
const PAGES_KEPT = 12;
/** More matches than this nobody reads; each keystroke brings them anew. */
const MOST_FOUND = 60;

/** The filters of an address, and of the doctor whose list it is. */
function filtersOf(search: PatientsSearch, doctorId: number | undefined, searching: boolean): PatientFilters {
  const { status = usualStatus(searching), doctor = doctorId, ageFrom, ageTo } = search;
  return {
    status,
    ...((doctorId ?? doctor) !== undefined && { doctorId: doctorId ?? doctor }),
    ...(ageFrom !== undefined && { ageFrom }),
    ...(ageTo !== undefined && { ageTo }),
  };
}

function listOptions(search: PatientsSearch, filters: PatientFilters, first: PageStart) {
  const { sort = 'name', direction = 'ascending' } = search;
  return orpc.patients.list.infiniteOptions({
    input: (page: PageStart) => ({ filters, sort, direction, limit: PAGE, ...page }),
    initialPageParam: first,
    getNextPageParam: (last) => (last.next === null ? undefined : { cursor: last.next }),
    getPreviousPageParam: (page) => (page.previous === null ? undefined : { before: page.previous }),
    maxPages: PAGES_KEPT,
    placeholderData: keepPreviousData,
  });
}

function useFound(text: string, filters: PatientFilters) {
  return useQuery(
    orpc.patients.search.queryOptions({
      input: { text, filters, limit: MOST_FOUND },
      placeholderData: keepPreviousData,
      enabled: text !== '',
    }),
  );
}

/** The rows that fit what was typed, or the list in order; and how to get more of them. */
export function usePatientRows(path: string, search: PatientsSearch, typed: string, doctorId: number | undefined) {
  const text = typed.trim();
  const filters = filtersOf(search, doctorId, false);
  const start = useListStart(path, search, (first) => listOptions(search, filters, first).queryKey);
  const listed = useInfiniteQuery({ ...listOptions(search, filters, start.first), enabled: text === '' });
  const found = useFound(text, filtersOf(search, doctorId, true));
  const pages = listed.data?.pages;
  const listedRows = useMemo(() => pages?.flatMap((page) => page.rows), [pages]);
  const searching = text !== '';
  const rows: PatientRow[] | undefined = searching ? found.data?.rows : listedRows;
  const settled = searching ? !found.isPlaceholderData : !listed.isPlaceholderData;
  const error = searching ? found.error : listed.error;
  return {
    rows,
    searching,
    filters,
    error,
    corrected: searching ? (found.data?.corrected ?? []) : [],
    truncated: searching && (found.data?.truncated ?? false),
    /** Archived ones whom the filters leave out of what was found, counted up to the most that are shown. */
    archived: searching ? (found.data?.archived ?? 0) : 0,
    settled,
    /** Who fits is not known yet, nor that nobody does. */
    isWaiting: !error && (!rows || (rows.length === 0 && !settled)),
    more: () => !searching && listed.hasNextPage && !listed.isFetching && void listed.fetchNextPage(),
    before: () => !searching && listed.hasPreviousPage && !listed.isFetching && void listed.fetchPreviousPage(),
    retry: () => void (searching ? found.refetch() : listed.refetch()),
    /** What the rows in sight were found for; null while those of an earlier text still stand. */
    shownFor: !searching ? '' : found.isPlaceholderData ? null : text,
    hasMore: !searching && listed.hasNextPage,
    /** How far the list is scrolled when it comes. */
    from: start.from,
    /** How the list can begin with what is in sight at this height. */
    startAt: (scrollTop: number) => (searching || !listed.data ? null : startIn(listed.data, start.first, scrollTop)),
  };
}
export type PatientRows = ReturnType<typeof usePatientRows>;

interface Pages {
  pages: Array<{ rows: unknown[] }>;
  pageParams: PageStart[];
}

function startIn({ pages, pageParams }: Pages, begun: PageStart, scrollTop: number): ListMemory['start'] {
  let top = scrollTop;
  for (const [place, { rows }] of pages.entries()) {
    const height = rows.length * ROW_HEIGHT;
    if (top < height) return { begun, page: pageParams[place], top };
    top -= height;
  }
  return null;
}

/** How many the filters leave. */
export function usePatientCount(filters: PatientFilters) {
  return useQuery(orpc.patients.count.queryOptions({ input: { filters }, placeholderData: keepPreviousData }));
}
