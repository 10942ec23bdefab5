import { useEffect, useState } from 'react';
import { hasUnsentDrafts, sendUnsentDrafts } from '../forms/drafts.ts';
import { queryClient } from '../query.ts';
import { clearAddress } from './place.ts';

/** Set while somebody is signed in, so that a window opened then need not wait to be told. */
const SIGNED_IN = 'signed-in';

/** Somebody was signed in here when this was last known. */
export const somebodyWasHere = (): boolean => localStorage.getItem(SIGNED_IN) !== null;

/**
 * Nothing that one user loaded stays in the window for the next one: it is loaded anew, and shows nothing until then. Only
 * what main could not be told of their typing waits in this page for them, behind the sign-in page, when their session is
 * gone: they get it back if they are the next, and it is gone with the page if somebody else is.
 */
export function useBeginningAnew(userId: number | null | undefined, isLocked: boolean): boolean {
  const [first, setFirst] = useState(userId);
  const [hasWaited, setHasWaited] = useState(false);
  if (userId && !first) setFirst(userId);
  const isGone = Boolean(first) && userId === null && !isLocked;
  if (isGone && !hasWaited && hasUnsentDrafts()) setHasWaited(true);
  const isWaiting = isGone && hasWaited;
  const isBack = hasWaited && userId === first;
  const isOver = Boolean(first) && userId !== undefined && !isWaiting && (isBack || userId !== first);
  useEffect(() => {
    if (userId) localStorage.setItem(SIGNED_IN, '1');
    else if (userId === null) localStorage.removeItem(SIGNED_IN);
    if (isWaiting) forgetPages();
    if (isOver) void beginAnew(isBack);
  }, [userId, isWaiting, isOver, isBack]);
  return isOver;
}

/** What was read by the one who is gone. */
function forgetPages(): void {
  clearAddress();
  queryClient.removeQueries({ type: 'inactive' });
  void import('../notices.tsx').then(({ clearNotices }) => clearNotices());
}

async function beginAnew(isBack: boolean): Promise<void> {
  if (isBack) await sendUnsentDrafts();
  clearAddress();
  location.reload();
}
