import { createBrowserHistory, createRouter } from '@tanstack/react-router';
import { ErrorPage, NotFoundPage } from './ErrorPage.tsx';
import { routeTree } from './routes.tsx';

/** One for the window: making another would wrap the browser's own once more. */
const history = createBrowserHistory();

/** The way from an address to its page. Made anew for everybody who comes: it remembers what was shown. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    history,
    defaultPreload: 'intent',
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    // Shown by the pages themselves, as skeletons of what comes.
    defaultPendingMs: 60_000,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
