import type { CurrentUser } from '#contract/accounts.ts';
import type { Database } from '#db/index.ts';
import { user } from '#db/schema/index.ts';
import type { CallContext } from '#main/pipeline/context.ts';
import { tilesOf } from './tiles.ts';

/** True until the first user exists. */
export async function needsSetup(db: Database): Promise<boolean> {
  const [first] = await db.read(async (reader) => reader.select({ id: user.id }).from(user).limit(1));
  return !first;
}

/** What the first page needs, whoever looks at it. */
export async function start({ services, connection, user: who }: CallContext & { user: CurrentUser | null }) {
  const { db, ports, settings } = services;
  return {
    needsSetup: await needsSetup(db),
    clinicName: settings.get('clinicName'),
    workstation: connection.seat.workstation,
    appVersion: ports.appVersion,
    keyInFile: ports.keyInFile,
    user: who,
    tiles: await tilesOf(db, ports.device),
  };
}
