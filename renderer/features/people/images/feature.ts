import { IconPhoto } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { entities } from '#contract/entities.ts';
import type { Feature } from '#renderer/app/feature.ts';
import { parent, recordParam } from '#renderer/app/root.ts';
import { orpc } from '#renderer/client.ts';
import { imagesSearch, newImageSearch } from './imagesSearch.ts';

const { path } = entities.image;

const library = createRoute({
  getParentRoute: parent,
  path,
  validateSearch: imagesSearch,
  component: lazyRouteComponent(() => import('./ImagesPage.tsx'), 'ImagesPage'),
});
const add = createRoute({
  getParentRoute: parent,
  path: `${path}/new`,
  validateSearch: newImageSearch,
  component: lazyRouteComponent(() => import('./NewImagePage.tsx'), 'NewImagePage'),
});
const record = createRoute({
  getParentRoute: parent,
  path: `${path}/$imageId`,
  params: recordParam('imageId'),
  component: lazyRouteComponent(() => import('./ImagePage.tsx'), 'ImagePage'),
});
const edit = createRoute({
  getParentRoute: parent,
  path: `${path}/$imageId/edit`,
  params: recordParam('imageId'),
  component: lazyRouteComponent(() => import('./EditImagePage.tsx'), 'EditImagePage'),
});

/** The clinic's library of images. */
export const images = {
  order: 150,
  routes: [library, add, record, edit],
  pages: [
    {
      path,
      name: 'images:title',
      audience: 'images.view',
      order: 40,
      icon: IconPhoto,
      within: 'navigation',
      keys: ['Alt', '4'],
    },
  ],
  actions: [{ path: `${path}/new`, name: 'images:new', audience: 'images.add' }],
  refreshed: [{ queries: orpc.images.key(), after: ['image'] }],
  admin: { images: { icon: IconPhoto } },
} satisfies Feature;
