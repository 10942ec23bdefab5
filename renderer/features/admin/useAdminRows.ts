import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '#renderer/client.ts';
import type { AdminQuery } from './adminSearch.ts';

const PAGE = 100;

/** The rows that fit, and how to get more of them. */
export function useAdminRows(query: AdminQuery, refreshSeconds: number | null) {
  const listed = useInfiniteQuery(
    orpc.admin.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...query, limit: PAGE, ...(cursor !== undefined && { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
      placeholderData: keepPreviousData,
      refetchInterval: refreshSeconds !== null && refreshSeconds * 1000,
    }),
  );
  const pages = listed.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.rows), [pages]);
  return {
    rows,
    error: listed.error,
    settled: !listed.isPlaceholderData,
    hasMore: listed.hasNextPage,
    more: () => listed.hasNextPage && !listed.isFetching && void listed.fetchNextPage(),
  };
}

/** How many rows fit, and what each filter would leave. */
export function useAdminFacets({ sort: _, ...query }: AdminQuery) {
  return useQuery(
    orpc.admin.facets.queryOptions({ input: { ...query, descending: false }, placeholderData: keepPreviousData }),
  );
}
