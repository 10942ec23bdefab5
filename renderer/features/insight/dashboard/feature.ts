import { IconHome } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Feature } from '#renderer/app/feature.ts';
import { parent } from '#renderer/app/root.ts';
import { orpc } from '#renderer/client.ts';

const page = createRoute({
  getParentRoute: parent,
  path: '/',
  component: lazyRouteComponent(() => import('./DashboardPage.tsx'), 'DashboardPage'),
});

/** Where one begins: the clinic in figures, and the ways to the daily work. */
export const dashboard = {
  order: 180,
  routes: [page],
  pages: [
    {
      path: '/',
      name: 'dashboard:title',
      audience: null,
      order: 10,
      icon: IconHome,
      within: 'navigation',
      keys: ['Alt', '1'],
      isStartPage: true,
    },
  ],
  // A busy clinic changes something all the time.
  refreshed: [{ queries: orpc.dashboard.key(), after: 'anything', lag: 2_000 }],
} satisfies Feature;
