import { IconAdjustments } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { kindsWith } from '#contract/entities.ts';
import type { Feature } from '#renderer/app/feature.ts';
import { parent } from '#renderer/app/root.ts';
import { orpc } from '#renderer/client.ts';
import { adminSearch } from './adminSearch.ts';

const first = createRoute({
  getParentRoute: parent,
  path: '/admin',
  component: lazyRouteComponent(() => import('./AdminPage.tsx'), 'AdminPage'),
});
const table = createRoute({
  getParentRoute: parent,
  path: '/admin/$table',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('./AdminTablePage.tsx'), 'AdminTablePage'),
});
const add = createRoute({
  getParentRoute: parent,
  path: '/admin/$table/new',
  component: lazyRouteComponent(() => import('./NewRecordPage.tsx'), 'NewRecordPage'),
});
/** A row of the audit has no form: it is never changed. */
const event = createRoute({
  getParentRoute: parent,
  path: '/admin/audit/$recordId',
  component: lazyRouteComponent(() => import('./EventPage.tsx'), 'EventPage'),
});
const record = createRoute({
  getParentRoute: parent,
  path: '/admin/$table/$recordId',
  component: lazyRouteComponent(() => import('./AdminRecordPage.tsx'), 'AdminRecordPage'),
});

/** The tables of all other features, for those who look after the clinic. */
export const admin = {
  order: 10,
  routes: [first, table, add, event, record],
  pages: [
    {
      path: '/admin',
      name: 'admin:title',
      audience: 'administrator',
      order: 90,
      icon: IconAdjustments,
      within: 'navigation',
      keys: ['Alt', '9'],
    },
  ],
  refreshed: [{ queries: orpc.admin.key(), after: [...kindsWith('path'), 'session'] }],
} satisfies Feature;
