import { notifyManager, QueryClient } from '@tanstack/react-query';
import { orpc } from '../client.ts';

/** Asks main again who is signed in; the page follows the answer. */
export function refreshSession(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: orpc.accounts.start.key() });
}

// Not by a timer, as the library would: a window in the background, whose timers hardly run, locks at once all the same.
notifyManager.setScheduler(queueMicrotask);

/** What main answered, until a live event says that it changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
