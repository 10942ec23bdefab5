import { IconUser } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Feature } from '#renderer/app/feature.ts';
import { parent } from '#renderer/app/root.ts';
import { orpc } from '#renderer/client.ts';

const profile = createRoute({
  getParentRoute: parent,
  path: '/account',
  component: lazyRouteComponent(() => import('./ProfilePage.tsx'), 'ProfilePage'),
});
const security = createRoute({
  getParentRoute: parent,
  path: '/account/security',
  component: lazyRouteComponent(() => import('./SecurityPage.tsx'), 'SecurityPage'),
});
const sessions = createRoute({
  getParentRoute: parent,
  path: '/account/sessions',
  component: lazyRouteComponent(() => import('./SessionsPage.tsx'), 'SessionsPage'),
});
const preferences = createRoute({
  getParentRoute: parent,
  path: '/account/preferences',
  component: lazyRouteComponent(() => import('./PreferencesPage.tsx'), 'PreferencesPage'),
});

/** My account, in four parts. */
export const me = {
  order: 90,
  routes: [profile, security, sessions, preferences],
  pages: [
    { path: '/account', name: 'account:title', audience: null, order: 100, icon: IconUser, within: 'userMenu' },
    {
      path: '/account/security',
      name: 'account:part.security',
      words: 'account:securityWords',
      audience: null,
      order: 101,
    },
    { path: '/account/sessions', name: 'account:sessions.mine', audience: null, order: 102 },
    { path: '/account/preferences', name: 'account:part.preferences', audience: null, order: 103 },
  ],
  refreshed: [{ queries: orpc.me.key(), after: ['user', 'profile', 'session'] }],
} satisfies Feature;
