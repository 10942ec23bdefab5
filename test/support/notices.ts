import { createRouterClient } from '@orpc/server';
import type { Notice } from '#main/services/notice.ts';
import type { startClinic } from './backend.ts';

type Clinic = Awaited<ReturnType<typeof startClinic>>;

/** What a host would send back to the administrator with the answers of this work. */
export async function noticesOf(
  { backend, station }: Clinic,
  work: (client: Clinic['admin']) => Promise<unknown>,
): Promise<Notice[]> {
  const notices: Notice[] = [];
  const context = { services: backend.services, connection: { id: 'admin', station }, notices };
  await work(createRouterClient(backend.router, { context }) as Clinic['admin']);
  return notices;
}
