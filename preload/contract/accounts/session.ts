import * as z from 'zod';
import { id, instant } from '../ground/fields.ts';
import { procedure } from '../ground/procedure.ts';

export const sessionRow = z.object({
  /** Names the session; it opens nothing. */
  id: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  endsAt: instant,
  workstation: z.string(),
  address: z.string(),
  appVersion: z.string(),
  /** The one that asks. */
  current: z.boolean(),
});
export type SessionRow = z.infer<typeof sessionRow>;

export const signInRow = z.object({
  id,
  at: instant,
  outcome: z.enum(['success', 'failure', 'throttled']),
  workstation: z.string(),
  address: z.string(),
});

const limit = z.int().min(1).max(200).default(50);
/** A page of a sign-in history, newest first; `before` is the last id of the page before. */
export const historyPage = z.strictObject({ before: id.optional(), limit });

const seconds = z.int().nullable();

/** One's own sessions. */
export const session = {
  /** How the station stands. Never counts as activity. */
  status: procedure({
    access: 'public',
    effect: 'read',
    quiet: true,
    exempt: ['maintenance', 'lock', 'passwordChange'],
  }).output(
    z.object({
      state: z.enum(['signedOut', 'active', 'locked']),
      locksIn: seconds,
      endsIn: seconds,
      /** So many seconds before it locks, and before the session ends, the page says so. */
      warnBefore: z.int(),
      warnBeforeEnd: z.int(),
      /** So long the password counts as freshly given; 0 when it does not. */
      freshFor: z.int(),
    }),
  ),
  /** Something of a page lies on the clipboard now; main takes it away again when the station is locked or left. */
  copied: procedure({
    access: 'signedIn',
    effect: 'read',
    quiet: true,
    exempt: ['maintenance', 'passwordChange'],
  }).output(z.object({})),
  list: procedure({ access: 'signedIn', effect: 'read' }).output(z.array(sessionRow)),
  end: procedure({ access: 'signedIn', effect: 'write', audit: { action: 'signOut', entity: 'user' } })
    .input(z.strictObject({ id: z.string().max(100) }))
    .output(z.object({})),
  endOthers: procedure({ access: 'signedIn', effect: 'write', audit: { action: 'signOut', entity: 'user' } }).output(
    z.object({ ended: z.int() }),
  ),
  history: procedure({ access: 'signedIn', effect: 'read' }).input(historyPage).output(z.array(signInRow)),
};
