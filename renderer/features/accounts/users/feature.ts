import { IconUserCog } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Feature } from '#renderer/app/feature.ts';
import { orpc } from '#renderer/client.ts';

const UserPanels = lazy(() => import('./UserPanels.tsx').then((module) => ({ default: module.UserPanels })));

/** The accounts of those who work here, and their ways in. */
export const users = {
  order: 100,
  routes: [],
  refreshed: [{ queries: orpc.users.key(), after: ['user'] }],
  admin: { users: { icon: IconUserCog, Beside: UserPanels } },
} satisfies Feature;
