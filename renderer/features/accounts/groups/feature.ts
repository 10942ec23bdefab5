import { IconUsersGroup } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Feature } from '#renderer/app/feature.ts';
import { orpc } from '#renderer/client.ts';

const GroupPreview = lazy(() => import('./GroupPreview.tsx').then((module) => ({ default: module.GroupPreview })));

/** What people are allowed to do, group by group. */
export const groups = {
  order: 110,
  routes: [],
  refreshed: [
    { queries: orpc.groups.key(), after: ['group'] },
    { queries: orpc.permissions.key(), after: ['user', 'group'] },
  ],
  admin: { groups: { icon: IconUsersGroup, Below: GroupPreview } },
} satisfies Feature;
