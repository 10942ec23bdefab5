import { IconDatabaseImport } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Feature } from '#renderer/app/feature.ts';
import { parent } from '#renderer/app/root.ts';
import { importSearch } from './importSearch.ts';

const page = createRoute({
  getParentRoute: parent,
  path: '/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
});

/** Bringing records from another system. */
export const imports = {
  order: 170,
  routes: [page],
  pages: [
    {
      path: '/import',
      name: 'imports:page.title',
      audience: 'data.import',
      order: 50,
      icon: IconDatabaseImport,
      within: 'navigation',
    },
  ],
  quickLinks: [
    {
      path: '/import',
      icon: IconDatabaseImport,
      name: 'imports:page.title',
      text: 'imports:quickLink',
      audience: 'data.import',
    },
  ],
} satisfies Feature;
