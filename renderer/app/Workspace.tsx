import { ModalsProvider } from '@mantine/modals';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { FreshPasswordDialog } from './FreshPasswordDialog.tsx';
import { useRequestsToMove } from './moveData.ts';
import { useRequestsToGo } from './requests.ts';
import { createAppRouter } from './router.ts';
import { usePreferences } from './usePreferences.ts';

/** Everything a signed-in user sees. */
export function Workspace() {
  const [router] = useState(createAppRouter);
  useRequestsToGo(useCallback((path: string) => router.history.push(path), [router]));
  useRequestsToMove();
  usePreferences();
  return (
    <ModalsProvider>
      <RouterProvider router={router} />
      <FreshPasswordDialog />
    </ModalsProvider>
  );
}
