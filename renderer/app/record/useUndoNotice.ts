import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { showDone } from '../notices.tsx';

/**
 * Tells of what was done, with a way back for as long as that way leads anywhere: the notice goes when the record comes to
 * stand otherwise than that left it, and when its page is left. `standing` is how it stands then; null before.
 */
export function useUndoNotice(standing: string | null) {
  const shown = useRef<string | null>(null);
  const withdraw = () => {
    if (shown.current) notifications.hide(shown.current);
    shown.current = null;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is withdrawn stands in a ref
  useEffect(() => (standing === null ? undefined : withdraw), [standing]);
  const tell = (message: string, undo: () => Promise<unknown>) => {
    withdraw();
    shown.current = showDone(message, undo);
  };
  return { tell, withdraw };
}
