import { kindsWith } from '#contract/entities.ts';
import type { Feature } from '#renderer/app/feature.ts';
import { orpc } from '#renderer/client.ts';
import { MarkedBefore } from './MarkedBefore.tsx';

/** What one has marked; it stands on other pages, and in the palette before anything is typed. */
export const bookmarks = {
  order: 160,
  routes: [],
  palette: { Before: MarkedBefore },
  refreshed: [{ queries: orpc.bookmarks.key(), after: kindsWith('bookmark') }],
} satisfies Feature;
