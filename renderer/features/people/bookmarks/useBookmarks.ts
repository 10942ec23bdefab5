import { useMutation, useQuery } from '@tanstack/react-query';
import type { BookmarkKind } from '#contract/people/bookmarks.ts';
import { showProblem } from '#renderer/app/notices.tsx';
import { queryClient } from '#renderer/app/query.ts';
import { orpc } from '#renderer/client.ts';

/** What I have marked. */
export function useBookmarks() {
  return useQuery(orpc.bookmarks.list.queryOptions());
}

/** Whether a record is marked, and the way to change that. */
export function useBookmark(kind: BookmarkKind, id: number) {
  const { data } = useBookmarks();
  const isMarked = data?.some((mark) => mark.kind === kind && mark.id === id) ?? false;
  const change = useMutation(
    orpc.bookmarks.set.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.bookmarks.key() }),
      onError: showProblem,
    }),
  );
  return { isMarked, toggle: () => change.mutate({ kind, id, on: !isMarked }), isSaving: change.isPending };
}
