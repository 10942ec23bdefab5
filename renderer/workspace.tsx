import { createRouter } from '@tanstack/react-router';
import { followWith } from './app/live.ts';
import { routerOptions } from './app/routerOptions.ts';
import { Workspace } from './app/Workspace.tsx';
import { features, routeTree } from './features/index.ts';

/** Made anew for everybody who comes: it remembers what was shown. */
const makeRouter = () => createRouter({ routeTree, ...routerOptions });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

followWith(features);

/** The workspace with every feature in it. */
export const FurnishedWorkspace = () => <Workspace features={features} makeRouter={makeRouter} />;
