import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Image } from '#contract/people/images.ts';
import { queryClient } from '#renderer/app/query.ts';
import { orpc } from '#renderer/client.ts';
import type { ImagesSearch } from './imagesSearch.ts';

const PAGE = 60;

/** The images that fit, page by page. */
export function useImages({ tag, status }: ImagesSearch, typed: string) {
  const filters = {
    text: typed.trim(),
    status: status ?? ('active' as const),
    limit: PAGE,
    ...(tag !== undefined && { tag }),
  };
  const query = useInfiniteQuery(
    orpc.images.list.infiniteOptions({
      input: (before: number | undefined) => ({ ...filters, ...(before !== undefined && { before }) }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const rows: Image[] | undefined = useMemo(() => query.data?.pages.flatMap((page) => page.rows), [query.data]);
  return {
    rows,
    error: query.error,
    hasMore: query.hasNextPage,
    more: () => query.hasNextPage && !query.isFetching && void query.fetchNextPage(),
  };
}

export const refreshImages = () => queryClient.invalidateQueries({ queryKey: orpc.images.key() });
