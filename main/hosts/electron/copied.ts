import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { clipboard } from 'electron';
import type { Services } from '#main/services/index.ts';
import type { Station } from '#main/services/stations.ts';

/** A page's word that it copied may be here before the text itself; after this long both are. */
const ARRIVES_WITHIN_MS = 1_000;

/** What our pages last put on the clipboard, so that nothing is taken away that came from elsewhere. */
let copied: string | null = null;
let arriving: Promise<void> | null = null;

/** A page has put something there a moment ago: what lies there a second later is what it copied. */
export function noteCopied(): void {
  const arrival = wait(ARRIVES_WITHIN_MS).then(async () => {
    if (arriving !== arrival) return;
    copied = await contents();
    arriving = null;
  });
  arriving = arrival;
}

/** Empties the clipboard of what our pages put there, whenever the station is locked or left. */
export function forgetCopied({ sessions, signals }: Services, station: Station): void {
  const forget = async () => {
    if (!(await sessions.current(station))) await takeAway();
  };
  signals.connect('committed', ({ kind }) => (kind === 'session' ? forget() : undefined), 'clipboard.forget');
}

async function takeAway(): Promise<void> {
  if (arriving) {
    // It goes at once if it is there already, and when it comes if it is not.
    clipboard.clear();
    void arriving.then(clearOurs);
  } else await clearOurs();
}

async function clearOurs(): Promise<void> {
  const ours = copied;
  copied = null;
  if (ours !== null && ours === (await contents())) clipboard.clear();
}

const contents = async () =>
  createHash('sha256')
    .update(await clipboard.readText())
    .digest('hex');
