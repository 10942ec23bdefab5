import { ModalsProvider } from '@mantine/modals';
import { type AnyRouter, RouterProvider } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { FreshPasswordDialog } from './FreshPasswordDialog.tsx';
import type { Feature } from './feature.ts';
import { FeaturesProvider } from './features.tsx';
import { useRequestsToMove } from './moveData.ts';
import { useRequestsToGo } from './requests.ts';
import { usePreferences } from './usePreferences.ts';

interface WorkspaceProps {
  features: readonly Feature[];
  makeRouter: () => AnyRouter;
}

/** Everything a signed-in user sees. */
export function Workspace({ features, makeRouter }: WorkspaceProps) {
  const [router] = useState(makeRouter);
  useRequestsToGo(useCallback((path: string) => router.history.push(path), [router]));
  useRequestsToMove();
  usePreferences();
  return (
    <FeaturesProvider features={features}>
      <ModalsProvider>
        <RouterProvider router={router} />
        <FreshPasswordDialog />
      </ModalsProvider>
    </FeaturesProvider>
  );
}
