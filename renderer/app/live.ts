import type { LiveEvent } from '#contract/system/live.ts';
import { client, orpc } from '../client.ts';
import { pauseUntilBack } from '../connection.ts';
import { sendUnsentDrafts } from './forms/drafts.ts';
import { queryClient, refreshSession } from './query.ts';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

const touched: Record<LiveEvent['kind'], () => readonly (readonly unknown[])[]> = {
  patient: () => [orpc.patients.key(), orpc.doctors.key(), orpc.bookmarks.key(), orpc.admin.key()],
  doctor: () => [orpc.doctors.key(), orpc.patients.key(), orpc.bookmarks.key(), orpc.admin.key()],
  import: () => [orpc.patients.key(), orpc.doctors.key()],
  user: () => [orpc.accounts.start.key(), orpc.users.key(), orpc.me.key(), orpc.admin.key(), orpc.permissions.key()],
  image: () => [orpc.images.key(), orpc.bookmarks.key(), orpc.admin.key()],
  profile: () => [orpc.me.key()],
  group: () => [orpc.accounts.start.key(), orpc.admin.key(), orpc.permissions.key()],
  settings: () => [orpc.accounts.start.key(), orpc.maintenance.key(), orpc.admin.key()],
  storage: () => [orpc.storage.key()],
  session: () => [orpc.accounts.start.key(), orpc.session.key(), orpc.me.key(), orpc.admin.key()],
};

/** A busy clinic changes something all the time; the dashboard follows at its leisure. */
const DASHBOARD_LAGS = 2_000;
let dashboardIsDue: ReturnType<typeof setTimeout> | undefined;

function refreshDashboardSoon(): void {
  if (dashboardIsDue !== undefined) return;
  dashboardIsDue = setTimeout(() => {
    dashboardIsDue = undefined;
    void queryClient.invalidateQueries({ queryKey: orpc.dashboard.key() });
  }, DASHBOARD_LAGS);
}

/** Refreshes what a change made stale. */
function follow(event: LiveEvent): void {
  for (const queryKey of touched[event.kind]()) void queryClient.invalidateQueries({ queryKey });
  refreshDashboardSoon();
}

const userHere = () => queryClient.getQueryData(orpc.accounts.start.queryKey())?.user?.id;

/** After the line was lost: all is asked again, and what was typed meanwhile is sent if the same person is still here. */
async function catchUp(): Promise<void> {
  const before = userHere();
  await refreshSession();
  if (before !== undefined && userHere() === before) void sendUnsentDrafts();
  await queryClient.invalidateQueries();
}

/** Listens for as long as the page lives; whatever was missed while it could not listen is asked again. */
export async function followChanges(): Promise<never> {
  let wait = FIRST_WAIT;
  for (let first = true; ; first = false) {
    try {
      const changes = await client.live.changes();
      if (!first) await catchUp();
      wait = FIRST_WAIT;
      for await (const event of changes) follow(event);
    } catch {
      // Whatever ended the stream, the answer is to open it again.
    }
    await pauseUntilBack(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}
