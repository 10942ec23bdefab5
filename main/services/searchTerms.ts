import type { Database } from '#db/index.ts';
import { areTermsCurrent } from '#db/queries/people/searchTerms.ts';
import { startRemaking } from '#main/adapters/remaking.ts';
import type { Ports } from '#main/ports.ts';
import type { Signals } from './signals.ts';

interface Needs {
  db: Database;
  ports: Pick<Ports, 'dataKey' | 'log'>;
  signals: Signals;
}

/** Bringing the search to this program's terms, beside everybody's work. */
export interface SearchTerms {
  /** Settles when all patients are found by them, or it was stopped or failed; never rejects. */
  readonly done: Promise<void>;
  /** Ends it after the piece at hand; the next start goes on. */
  stop(): Promise<void>;
}

/** Looks whether another version has made the terms that patients are found by, and makes them anew if so. */
export function bringTermsUpToDate({ db, ports, signals }: Needs): SearchTerms {
  let isStopped = false;
  const remake = async () => {
    if (await db.read(async (reader) => areTermsCurrent(reader))) return;
    const thread = startRemaking(db.file, ports.dataKey);
    try {
      while (!isStopped && (await db.exclusive(() => thread.step())));
    } finally {
      await thread.stop();
    }
    if (!isStopped) await signals.sendRobust('committed', { kind: 'patient', ids: [] });
  };
  const done = remake().catch((error: Error) =>
    ports.log.error({ fault: { name: error.name, message: error.message } }, 'search terms not brought up to date'),
  );
  return {
    done,
    stop() {
      isStopped = true;
      return done;
    },
  };
}
