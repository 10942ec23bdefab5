import { pino } from 'pino';
import { type CacheChoice, type CacheSettings, cacheChoice } from '#contract/system/cache.ts';
import type { Database } from '#db/index.ts';
import { type Caches, createCaches } from '#main/services/cache/index.ts';
import type { Settings } from '#main/services/settings.ts';
import { FakeClock } from './backend.ts';
import { testKey } from './database.ts';

export interface TestCaches {
  caches: Caches;
  clock: FakeClock;
  logged: Array<Record<string, unknown>>;
  /** What the settings say from now on. */
  choose(choice: Partial<CacheChoice>, name?: string): void;
}

/** Caches of their own, all in the place that `choice` names. */
export function cachesFor(db: Database, choice: Partial<CacheChoice>): TestCaches {
  const clock = new FakeClock();
  const logged: TestCaches['logged'] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const chosen: CacheSettings = { siteSeconds: 0, caches: { default: cacheChoice.parse(choice) } };
  const settings = { get: () => chosen } as unknown as Settings;
  return {
    caches: createCaches({ db, dataKey: testKey, settings, clock, log }),
    clock,
    logged,
    choose(next, name = 'default') {
      chosen.caches[name] = cacheChoice.parse(next);
    },
  };
}
