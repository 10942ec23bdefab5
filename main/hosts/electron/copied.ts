import { createHash } from 'node:crypto';
import { clipboard } from 'electron';
import type { Services } from '#main/services/index.ts';
import type { Seat } from '#main/services/seats.ts';

/** What our pages last put on the clipboard, so that nothing is taken away that came from elsewhere. */
let copied: string | null = null;

/** A page has put something there a moment ago. */
export async function noteCopied(): Promise<void> {
  copied = await contents();
}

/** Empties the clipboard of what our pages put there, whenever the seat is locked or left. */
export function forgetCopied({ sessions, signals }: Services, seat: Seat): void {
  const forget = async () => {
    if (!(await sessions.current(seat))) await takeAway();
  };
  signals.connect('committed', ({ kind }) => (kind === 'session' ? forget() : undefined), 'clipboard.forget');
}

async function takeAway(): Promise<void> {
  const ours = copied;
  copied = null;
  if (ours !== null && ours === (await contents())) clipboard.clear();
}

const contents = async () =>
  createHash('sha256')
    .update(await clipboard.readText())
    .digest('hex');
