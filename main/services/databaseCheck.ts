import type { CheckProgress, CheckResult } from '#contract/admin/health.ts';
import type { Sentence } from '#contract/ground/errors.ts';
import type { Database, Inspection } from '#db/index.ts';
import { startChecker } from '#main/adapters/checker.ts';
import type { Ports } from '#main/ports.ts';
import { Refusal } from '#main/refusal.ts';
import type { Settings } from './settings.ts';
import type { Signals } from './signals.ts';

/** Looking through the whole database for damage, beside everybody's work; once at a time. */
export interface DatabaseCheck {
  /** Of the one under way or, when none is, of the last in this run of the program; null before the first. */
  readonly progress: CheckProgress | null;
  /** Raises BUSY while one is under way. */
  start(): void;
  /** Ends it before its time; the last result stays what it was. */
  stop(): void;
  /** Stops it and waits until its thread has ended. */
  close(): Promise<void>;
}

interface CheckNeeds {
  db: Database;
  ports: Pick<Ports, 'clock' | 'dataKey' | 'log'>;
  settings: Settings;
  signals: Signals;
}

/** So many problems are told one by one. */
const MOST_TOLD = 20;

export function createDatabaseCheck(needs: CheckNeeds): DatabaseCheck {
  let last: ReturnType<typeof run> | undefined;
  return {
    get progress() {
      return last?.progress() ?? null;
    },
    start() {
      if (last?.progress().state === 'running') throw new Refusal('BUSY', { sentence: { key: 'admin.check.busy' } });
      last = run(needs);
    },
    stop: () => last?.stop(),
    async close() {
      last?.stop();
      await last?.ended;
    },
  };
}

function run(needs: CheckNeeds) {
  const { db, ports } = needs;
  const { clock, dataKey, log } = ports;
  const begun = clock.monotonic();
  let progress: CheckProgress = { state: 'running', done: 0, total: 0 };
  const checker = startChecker(db.file, dataKey, (looked) => {
    progress = { state: 'running', ...looked };
  });
  const unreadable = (error: Error): Sentence[] => {
    log.error({ fault: { name: error.name, message: error.message } }, 'database cannot be checked');
    return [{ key: 'admin.check.unreadable' }];
  };
  const finish = async (): Promise<CheckProgress['state']> => {
    const problems = await checker.ended.then((found) => found && problemsOf(found), unreadable);
    if (!problems) return 'stopped';
    const milliseconds = Math.round(clock.monotonic() - begun);
    await keep(needs, {
      at: clock.now(),
      milliseconds,
      count: problems.length,
      problems: problems.slice(0, MOST_TOLD),
    });
    return 'done';
  };
  const notKept = (error: Error) => {
    log.error({ fault: { name: error.name, message: error.message } }, 'result of the database check not kept');
    return 'failed' as const;
  };
  const ended = finish()
    .catch(notKept)
    .then((state) => {
      progress = { ...progress, state };
    });
  return { progress: () => progress, stop: checker.stop, ended };
}

/** The last result is the clinic's, and there again after the next start. */
async function keep({ db, settings, signals }: CheckNeeds, result: CheckResult): Promise<void> {
  await db.write((tx) => settings.set(tx, 'lastCheck', result));
  await signals.sendRobust('committed', { kind: 'settings', ids: [] });
}

/** What is wrong with a database, in sentences; none when all is well. */
export function problemsOf({
  migrations: { pending },
  damage: { pages, log },
  faults,
  search,
  hasOtherTerms,
}: Inspection): Sentence[] {
  return [
    ...(pages.length > 0 ? [{ key: 'admin.check.pages', params: { count: pages.length, first: pages[0] ?? 0 } }] : []),
    ...(log ? [{ key: log.isCertain ? 'admin.check.log' : 'admin.check.logEnd' }] : []),
    ...faults.map((fault) => ({ key: 'admin.check.fault', params: { fault } })),
    ...(pending.length > 0 ? [{ key: 'cli.migrate.pending', params: { names: pending.join(', ') } }] : []),
    ...(hasOtherTerms ? [{ key: 'admin.check.otherTerms' }] : []),
    ...(['missing', 'extra', 'wrongTerms', 'wrongWords', 'wrongTallies'] as const)
      .filter((kind) => search[kind] > 0)
      .map((kind) => ({ key: `admin.check.${kind}`, params: { count: search[kind] } })),
  ];
}
