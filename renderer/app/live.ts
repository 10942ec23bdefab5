import type { LiveEvent } from '#contract/system/live.ts';
import { client, orpc } from '../client.ts';
import { pauseUntilBack } from '../connection.ts';
import type { Feature, Refresh } from './feature.ts';
import { sendUnsentDrafts } from './forms/drafts.ts';
import { queryClient, refreshSession } from './query.ts';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/** What belongs to no feature: who is here, and how this computer stands. */
const rules: Refresh[] = [
  { queries: orpc.accounts.start.key(), after: ['user', 'group', 'settings', 'session'] },
  { queries: orpc.session.key(), after: ['session'] },
  { queries: orpc.maintenance.key(), after: ['settings'] },
  { queries: orpc.storage.key(), after: ['storage'] },
];

/** Has changes refresh what features show, from now on; before that nothing of theirs was asked for. */
export function followWith(features: readonly Feature[]): void {
  for (const { refreshed = [] } of features) rules.push(...refreshed);
}

const due = new Map<Refresh, ReturnType<typeof setTimeout>>();

function refresh(rule: Refresh): void {
  due.delete(rule);
  void queryClient.invalidateQueries({ queryKey: rule.queries });
}

/** Refreshes what a change made stale. */
function follow(event: LiveEvent): void {
  for (const rule of rules) {
    if (rule.after !== 'anything' && !rule.after.includes(event.kind)) continue;
    if (rule.lag === undefined) refresh(rule);
    else if (!due.has(rule)) due.set(rule, setTimeout(refresh, rule.lag, rule));
  }
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
