import { kinds } from '#contract/entities.ts';
import type { LiveEvent } from '#contract/system/live.ts';
import type { StorageEvent } from '#db/index.ts';
import type { Services } from './index.ts';

/** Whatever caches and pages keep of the database. */
const everything: ReadonlyArray<LiveEvent['kind']> = [...kinds, 'session'];

/**
 * The log says what happens to the storage. Once it can be written again after an I/O error, everything that was read from
 * it before is read anew, by caches and by open pages: only then is it known whether the last change was kept.
 */
export function followStorage({ db, log, live, signals }: Services): void {
  db.follow((event) => {
    logEvent(event);
    live.publish({ kind: 'storage', ids: [] });
    if (event.event === 'writing again') void readAnew();
  });
  const logEvent = ({ event, error, nextInMs }: StorageEvent) => {
    const why = error instanceof Error ? { name: error.name, message: error.message } : undefined;
    log[event === 'writing again' ? 'info' : 'error']({ event, why, nextInMs }, 'storage');
  };
  const readAnew = async () => {
    for (const kind of everything) await signals.sendRobust('committed', { kind, ids: [] });
  };
}
