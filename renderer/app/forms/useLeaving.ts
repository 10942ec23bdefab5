import { useCallbackRef } from '@mantine/hooks';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { stay } from '../leaving.ts';
import { useRequests } from '../requests.ts';

/** Holds a page that has unsaved changes, be it left or its window closed, until somebody says what becomes of them. */
export function useLeaving(isUnsaved: () => boolean, discard: () => Promise<void>) {
  const blocker = useBlocker({ shouldBlockFn: isUnsaved, enableBeforeUnload: isUnsaved, withResolver: true });
  const [isClosing, setIsClosing] = useState(false);
  useRequests(
    'clinic-desk:closing',
    useCallbackRef(() => isUnsaved() && setIsClosing(true)),
  );
  return {
    isAsked: isClosing || blocker.status === 'blocked',
    stay: () => {
      setIsClosing(false);
      stay();
      blocker.reset?.();
    },
    discard: async () => {
      await discard();
      setIsClosing(false);
      if (isClosing) window.close();
      else blocker.proceed?.();
    },
  };
}
