import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { checkResult } from '#contract/admin/health.ts';
import { cacheSettings } from '#contract/cache.ts';
import { maintenancePlan } from '#contract/maintenance.ts';
import { loggingSettings } from '#contract/settings.ts';
import type { Database, Writer } from '#db/index.ts';
import { setting } from '#db/schema/index.ts';
import { accountSettings } from './accountSettings.ts';

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
};

export interface Settings {
  /** The same object until the next `reload`. */
  get<K extends SettingName>(name: K): SettingValue<K>;
  /** Stores a value; `get` answers it from the moment the transaction has committed and `reload` ran. */
  set<K extends SettingName>(tx: Writer, name: K, value: SettingValue<K>): Promise<void>;
  reload(): Promise<void>;
}

/** Reads all settings once; they are few, and asked for on every call. */
export async function loadSettings(db: Database): Promise<Settings> {
  let stored = new Map<string, unknown>();
  let parsed = new Map<SettingName, unknown>();
  const settingsService: Settings = {
    get<K extends SettingName>(name: K) {
      if (!parsed.has(name)) parsed.set(name, parse(name, stored.get(name)));
      return parsed.get(name) as SettingValue<K>;
    },
    async set(tx, key, value) {
      const updated = await tx
        .update(setting)
        .set({ value })
        .where(eq(setting.key, key))
        .returning({ key: setting.key });
      if (updated.length === 0) await tx.insert(setting).values({ key, value });
    },
    async reload() {
      const rows = await db.read(async (reader) => reader.select().from(setting));
      stored = new Map(rows.map((row) => [row.key, row.value]));
      parsed = new Map();
    },
  };
  await settingsService.reload();
  return settingsService;
}

/** What is stored, or the default where nothing is stored or what is stored cannot be understood. */
function parse(name: SettingName, value: unknown): unknown {
  const result = settings[name].safeParse(value);
  return result.success ? result.data : settings[name].parse(undefined);
}
