import { createBrowserHistory } from '@tanstack/react-router';
import { ErrorPage, NotFoundPage } from './ErrorPage.tsx';

/** How the window finds its way from an address to a page, whichever pages there are. */
export const routerOptions = {
  // One for the window: making another would wrap the browser's own once more.
  history: createBrowserHistory(),
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  // Shown by the pages themselves, as skeletons of what comes.
  defaultPendingMs: 60_000,
} as const;
