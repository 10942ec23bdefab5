import { createBrowserHistory } from '@tanstack/react-router';
import { ErrorPage, NotFoundPage } from './ErrorPage.tsx';

/** How the window finds its way from an address to a page, whichever pages there are. */
export const routerOptions = {
  // One for the window: making another would wrap the browser's own once more.
  history: createBrowserHistory(),
  defaultPreload: 'intent',
  // A form that was put aside is another one than that which is new at the same address.
  defaultRemountDeps: ({ search }: { search: object }) => ('aside' in search ? search.aside : null),
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  // Shown by the pages themselves, as skeletons of what comes.
  defaultPendingMs: 60_000,
} as const;
