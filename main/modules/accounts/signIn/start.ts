import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { plainName } from '#contract/ground/names.ts';
import type { Database } from '#db/index.ts';
import { hasUsers } from '#db/queries/accounts/users.ts';
import type { CallContext } from '#main/call/context.ts';
import { recentUsersOf } from '#main/services/recentUsers.ts';

/** True until the first user exists. */
export async function needsSetup(db: Database): Promise<boolean> {
  return !(await db.read(hasUsers));
}

/** What the first page needs, whoever looks at it. */
export async function start(context: CallContext & { user: CurrentUser | null; locked: boolean }) {
  const { services, connection, user: who, locked } = context;
  const { db, ports, settings } = services;
  const { registration, mayStaySignedIn, rememberDeviceDays } = settings.get('accounts');
  return {
    needsSetup: await needsSetup(db),
    clinicName: settings.get('clinicName'),
    workstation: connection.station.workstation,
    appVersion: ports.appVersion,
    keyInFile: ports.keyInFile,
    user: locked ? null : who,
    locked: locked && who ? { username: who.username, name: plainName(who), photoId: who.photoId } : null,
    recentUsers: await recentUsersOf(db, ports.device),
    registration: registration.policy,
    resetByMail: services.mailer.isSet(),
    mayStaySignedIn: mayStaySignedIn && connection.station.remembers,
    rememberDays: connection.station.remembers ? rememberDeviceDays : 0,
  };
}
