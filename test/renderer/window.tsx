import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { cleanup, configure, render } from '@testing-library/react';
import { vi } from 'vitest';
import { ConnectionLostError } from '#renderer/connection.ts';
import { startClinic } from '#test/support/backend.ts';
import { line } from './line.ts';

/** The whole page in a DOM, on the real backend; only the line between the two is the test's own. */
vi.mock('#renderer/transport.ts', () => import('./line.ts'));

// It ends what hangs; how busy the machine is must not decide.
configure({ asyncUtilTimeout: 20_000 });
// What a layout would answer with: happy-dom has none.
Element.prototype.scrollIntoView ??= () => undefined;

const { Workspace } = await import('#renderer/app/Workspace.tsx');
const { NoticesPlace } = await import('#renderer/app/NoticesPlace.tsx');
const { SessionProvider } = await import('#renderer/app/session.tsx');
const { routerOptions } = await import('#renderer/app/routerOptions.ts');
const { client } = await import('#renderer/client.ts');
const { queryClient } = await import('#renderer/app/query.ts');
/** By way of here, since nothing of the page's may be loaded before its line is replaced. */
export const { saveDraftsNow } = await import('#renderer/app/forms/drafts.ts');
const { features, routeTree } = await import('#renderer/features/index.ts');

type Calls = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

/** A clinic with its administrator signed in at this window. */
export async function openClinic() {
  const clinic = await startClinic();
  const procedures = clinic.admin as unknown as Calls;
  line.call = async ([module = '', name = ''], input) => {
    line.asked.push(`${module}.${name}`);
    if (!line.isUp) throw new ConnectionLostError();
    return procedures[module]?.[name]?.(input);
  };
  return clinic;
}

/** Shows the page at an address to whoever is signed in; answers its router. */
export async function open(path: string) {
  const start = await client.accounts.start();
  if (!start.user) throw new Error('nobody is signed in');
  history.replaceState(null, '', path);
  const router = createRouter({ routeTree, ...routerOptions });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <SessionProvider session={{ ...start, user: start.user }}>
          <Workspace features={features} makeRouter={() => router} />
        </SessionProvider>
        <NoticesPlace />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return router;
}

/** Takes the page away, as when its window is gone; what main has stays. */
export function close(): void {
  cleanup();
  queryClient.clear();
  line.asked.length = 0;
  line.isUp = true;
}
