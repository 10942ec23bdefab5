import { dirname } from 'node:path';
import { type Context, callerOf } from '#main/call/caller.ts';
import { api } from '#main/pipeline/index.ts';
import { notFound, Refusal } from '#main/refusal.ts';

const { dataFolder: procedures } = api;

export const handlers = {
  move: procedures.move.handler(async ({ context }) => {
    const { db, ports } = context.services;
    if (!ports.mover) throw notFound();
    const to = await ports.mover.choose();
    if (to === null) {
      context.call.about = { entity: 'settings', isPassing: true };
      return { moving: false };
    }
    await checkStillThere(context);
    const details = { changed: { dataFolder: [dirname(db.file), to] } };
    context.call.about = { entity: 'settings', details };
    await context.write(async () => undefined);
    ports.mover.begin(to);
    return { moving: true };
  }),
};

/** A question may stand for hours: whoever answers it must still be the one who was let through, and freshly so. */
async function checkStillThere(context: Context): Promise<void> {
  const { services, connection } = context;
  const session = await services.sessions.current(connection.station);
  if (session?.userId !== callerOf(context).id) throw new Refusal('UNAUTHENTICATED');
  if (services.sessions.freshFor(connection.station) <= 0) throw new Refusal('FRESH_PASSWORD_REQUIRED');
}
