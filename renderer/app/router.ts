import { createRouter } from '@tanstack/react-router';
import { ErrorPage, NotFoundPage } from './ErrorPage.tsx';
import { routeTree } from './routes.tsx';

/** The way from an address to its page. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  // Shown by the pages themselves, as skeletons of what comes.
  defaultPendingMs: 60_000,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
