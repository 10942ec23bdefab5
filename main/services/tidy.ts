import { deleteExpiredResetCodes } from '#db/queries/accounts/resetCodes.ts';
import type { Services } from './index.ts';

const SOON_MS = 60_000;
const DAY_MS = 86_400_000;

/** Removes what is over and helps nobody any more; answers how many sessions that were. */
export async function tidyUp({ db, clock, sessions, throttle }: Services): Promise<{ sessions: number }> {
  await db.write((tx) => deleteExpiredResetCodes(tx, clock.now()));
  await throttle.forgetStrangers();
  return { sessions: await sessions.clearExpired() };
}

/** Tidies up soon after the start and every day from then on, for as long as the backend lives. Returns how to stop. */
export function keepTidy(services: Services): () => void {
  const { clock, log } = services;
  let callOff = () => {};
  const tidyIn = (milliseconds: number) => {
    callOff = clock.after(milliseconds, () => {
      tidyUp(services).catch(() => log.warn({ event: 'tidying up' }, 'what is over could not be removed'));
      tidyIn(DAY_MS);
    });
  };
  tidyIn(SOON_MS);
  return () => callOff();
}
