import { useCallbackRef } from '@mantine/hooks';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { stay } from '../leaving.ts';
import { showProblem } from '../notices.tsx';
import { useRequests } from '../requests.ts';

/** What may become of unsaved changes. */
interface Ways {
  discard: () => Promise<void>;
  putAside: () => Promise<void>;
}

/** Holds a page that has unsaved changes, be it left or its window closed, until somebody says what becomes of them. */
export function useLeaving(isUnsaved: () => boolean, ways: Ways) {
  const blocker = useBlocker({ shouldBlockFn: isUnsaved, enableBeforeUnload: isUnsaved, withResolver: true });
  const [isClosing, setIsClosing] = useState(false);
  useRequests(
    'clinic-desk:closing',
    useCallbackRef(() => isUnsaved() && setIsClosing(true)),
  );
  const leaveAfter = (way: () => Promise<void>) => async () => {
    try {
      await way();
    } catch (error) {
      return showProblem(error);
    }
    setIsClosing(false);
    if (isClosing) window.close();
    else blocker.proceed?.();
  };
  return {
    isAsked: isClosing || blocker.status === 'blocked',
    stay: () => {
      setIsClosing(false);
      stay();
      blocker.reset?.();
    },
    discard: leaveAfter(ways.discard),
    putAside: leaveAfter(ways.putAside),
  };
}
