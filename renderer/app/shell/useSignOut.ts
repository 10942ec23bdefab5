import { useRouter } from '@tanstack/react-router';
import { client } from '#renderer/client.ts';
import { beginLeaving } from '../leaving.ts';
import { clearNotices, showProblem } from '../notices.tsx';
import { refreshSession } from '../query.ts';
import { forgetPlace } from '../station/place.ts';

/** Leaves the page first, so that unsaved work can say so, and signs out then. */
export function useSignOut(): () => Promise<void> {
  const router = useRouter();
  return async () => {
    const isLeaving = beginLeaving();
    // Resolves when the page has been left, however late: what was answered meanwhile counts.
    await router.navigate({ to: '/' });
    if (!isLeaving() || router.history.location.pathname !== '/') return;
    try {
      await forgetPlace();
      clearNotices();
      await client.accounts.signOut();
    } catch (error) {
      showProblem(error);
    }
    await refreshSession();
  };
}
