import type { Logger } from 'pino';
import { insertProfile } from '#db/queries/accounts/profiles.ts';
import { deleteResetCode } from '#db/queries/accounts/resetCodes.ts';
import { insertSignIn } from '#db/queries/accounts/signIns.ts';
import { amendUser, getUser } from '#db/queries/accounts/users.ts';
import { touchedTags } from './cache/index.ts';
import type { Services } from './index.ts';
import { rememberRecentUser } from './recentUsers.ts';
import { createSignals, type Signals } from './signals.ts';
import { lastSignInNotice } from './signInHistory.ts';
import { isOnThisComputer } from './stations.ts';

/** Every receiver of every signal, in one place and in the order in which they run. */
export function connectReceivers(services: Services): void {
  const { signals, settings, clock, caches, live, messages, db, ports } = services;

  // What was committed: settings are read anew before anything else hears of it, answers kept of it are dropped, pages told.
  signals.connect('committed', ({ kind }) => (kind === 'settings' ? settings.reload() : undefined), 'settings.reload');
  followLogLevel(services);
  signals.connect('committed', (event) => caches.invalidate(touchedTags(event)), 'cache.invalidate');
  signals.connect('committed', (event) => live.publish(event), 'live.publish');

  // Users: everybody has a profile, but a superuser only from their first edit on.
  signals.connect(
    'postSave',
    async ({ tx, entity, id, created }) => {
      if (entity !== 'user' || !created || (await getUser(tx, id))?.isSuperuser) return;
      const now = clock.now();
      await insertProfile(tx, { userId: id, createdAt: now, updatedAt: now });
    },
    'profile.create',
  );

  // Signing in: when, from where, and what a person is told of the time before.
  signals.connect(
    'userSignedIn',
    async ({ tx, userId, workstation, address }) => {
      const at = clock.now();
      await amendUser(tx, userId, { lastSignInAt: at });
      await insertSignIn(tx, { at, userId, outcome: 'success', workstation, address });
      // Whoever can sign in needs no reset code, and nobody else shall use it.
      await deleteResetCode(tx, userId);
    },
    'signIn.bookkeeping',
  );
  signals.connect(
    'signInFailed',
    ({ userId, outcome, workstation, address }) =>
      db.write((tx) => insertSignIn(tx, { at: clock.now(), userId, outcome, workstation, address })),
    'signIn.failed',
  );
  signals.onCommit(
    'userSignedIn',
    async ({ userId }) => {
      const notice = await lastSignInNotice(db, userId);
      if (notice) await messages.add(userId, notice);
    },
    'signIn.message',
  );
  signals.onCommit('userSignedIn', ({ username }) => rememberRecentUser(ports.device, username), 'signIn.recentUser');
  signals.onCommit(
    'userSignedIn',
    ({ userId, address }) => (isOnThisComputer({ address }) ? services.signedInHere.remember(userId) : undefined),
    'signIn.here',
  );

  // Rights: the pages of whom they concern follow at once.
  signals.onCommit('linksChanged', ({ userIds }) => tellSessions(services, userIds), 'session.rights');
  signals.onCommit(
    'postSave',
    ({ entity, id }) => (entity === 'user' ? tellSessions(services, [id]) : undefined),
    'session.user',
  );
}

/**
 * The signals a host opens the data folder with, and the receivers of what is sent before there is a backend: the
 * migrations. Going on with the same signals, the backend connects the others. `logTo` tells the log, once that is open.
 */
export function openingSignals(): { signals: Signals; logTo(log: Logger): void } {
  const signals = createSignals();
  const migrated: string[] = [];
  signals.connect('postMigrate', ({ applied }) => void migrated.push(...applied), 'log.migrated');
  return { signals, logTo: (log) => migrated.length > 0 && log.info({ applied: migrated }, 'migrated') };
}

/** The log writes as much as the settings say; where they say nothing new, as it was opened. */
function followLogLevel({ signals, settings, log }: Services): void {
  let level = 'info';
  const follow = () => {
    const wanted = settings.get('logging').level;
    if (wanted !== level) log.level = wanted;
    level = wanted;
  };
  follow();
  signals.connect('committed', ({ kind }) => (kind === 'settings' ? follow() : undefined), 'log.level');
}

async function tellSessions({ signals }: Services, userIds: number[]): Promise<void> {
  if (userIds.length > 0) await signals.sendRobust('committed', { kind: 'session', ids: userIds });
}
