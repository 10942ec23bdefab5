import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { checkResult } from '#contract/admin/health.ts';
import { cacheSettings } from '#contract/system/cache.ts';
import { maintenancePlan } from '#contract/system/maintenance.ts';
import { loggingSettings } from '#contract/system/settings.ts';
import type { Database, Writer } from '#db/index.ts';
import { allSettings, getSetting, putSetting } from '#db/queries/system/settings.ts';
import { conflict } from '#main/refusal.ts';
import { accountSettings } from './accountSettings.ts';
import { keyedHash } from './secrets.ts';

/** Every setting of the clinic: its shape and what holds until somebody sets it. */
const settings = {
  clinicName: z.string().default(''),
  maintenance: maintenancePlan.prefault({ on: false }),
  logging: loggingSettings.default({ level: 'info', slowMs: 250 }),
  cache: cacheSettings.prefault({}),
  /** Pictures may be added to the library by their address on the web. */
  imageLinks: z.boolean().default(true),
  ...accountSettings,
  /** What came of looking through the whole database, the last time. */
  lastCheck: checkResult.nullable().default(null),
};

export type SettingName = keyof typeof settings;
export type SettingValue<K extends SettingName> = z.infer<(typeof settings)[K]>;

/** What the audit calls each setting; a number is never given to another one. */
export const settingNumbers: Record<SettingName, number> = {
  clinicName: 1,
  accounts: 2,
  ldap: 3,
  maintenance: 4,
  logging: 5,
  cache: 6,
  imageLinks: 7,
  lastCheck: 8,
  mail: 9,
};

export interface Settings {
  /** The same object until the next `reload`. */
  get<K extends SettingName>(name: K): SettingValue<K>;
  /** Another number for every other value; it tells nothing of the value. */
  versionOf(name: SettingName): number;
  /** Stores a value; `get` answers it from the moment the transaction has committed and `reload` ran. */
  set<K extends SettingName>(tx: Writer, name: K, value: SettingValue<K>): Promise<void>;
  /**
   * Stores what `make` gives for what is stored now, where that is something else, and answers both. Raises CONFLICT when a version is given that is not
   * the stored one's: somebody else was faster.
   */
  change<K extends SettingName>(
    tx: Writer,
    place: { name: K; version?: number | undefined },
    make: (before: SettingValue<K>) => SettingValue<K>,
  ): Promise<{ before: SettingValue<K>; after: SettingValue<K> }>;
  reload(): Promise<void>;
}

/** Reads all settings once; they are few, and asked for on every call. `key` is for their versions. */
export async function loadSettings(db: Database, key: Buffer): Promise<Settings> {
  let stored = new Map<string, unknown>();
  let parsed = new Map<SettingName, unknown>();
  const settingsService: Settings = {
    get<K extends SettingName>(name: K) {
      if (!parsed.has(name)) parsed.set(name, parse(name, stored.get(name)));
      return parsed.get(name) as SettingValue<K>;
    },
    set: putSetting,
    versionOf: (name) => versionOf(key, settingsService.get(name)),
    async change<K extends SettingName>(
      tx: Writer,
      { name, version }: { name: K; version?: number | undefined },
      make: (before: SettingValue<K>) => SettingValue<K>,
    ) {
      // What lies in memory may be a moment behind what was committed last.
      const before = parse(name, await getSetting(tx, name)) as SettingValue<K>;
      // Settings have no column that counts their versions (see `versionOf`), so that they are compared here.
      const current = versionOf(key, before);
      if (version !== undefined && version !== current) throw conflict(current);
      const after = make(before);
      if (!isDeepStrictEqual(before, after)) await settingsService.set(tx, name, after);
      return { before, after };
    },
    async reload() {
      stored = await db.read(allSettings);
      parsed = new Map();
    },
  };
  await settingsService.reload();
  return settingsService;
}

const VERSION_DIGITS = 12;

/** Equal values have equal versions, so that settings need no count of their own; keyed, so that no password can be guessed by it. */
const versionOf = (key: Buffer, value: unknown): number =>
  Number.parseInt(
    Buffer.from(keyedHash(key, JSON.stringify(value)), 'base64url')
      .toString('hex')
      .slice(0, VERSION_DIGITS),
    16,
  ) + 1;

/** What is stored, or the default where nothing is stored or what is stored cannot be understood. */
function parse(name: SettingName, value: unknown): unknown {
  const result = settings[name].safeParse(value);
  return result.success ? result.data : settings[name].parse(undefined);
}
