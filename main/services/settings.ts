import { eq } from 'drizzle-orm';
import * as z from 'zod';
import type { Database, Writer } from '#db/index.ts';
import { setting } from '#db/schema/index.ts';

/** Every setting of the clinic: its shape and what holds until somebody sets it. */
const settings = {
  clinicName: z.string().default(''),
  maintenance: z.object({ on: z.boolean(), message: z.string() }).default({ on: false, message: '' }),
};

export type SettingName = keyof typeof settings;
export type SettingValue<K extends SettingName> = z.infer<(typeof settings)[K]>;

export interface Settings {
  get<K extends SettingName>(name: K): SettingValue<K>;
  /** Stores a value; `get` answers it from the moment the transaction has committed and `reload` ran. */
  set<K extends SettingName>(tx: Writer, name: K, value: SettingValue<K>): Promise<void>;
  reload(): Promise<void>;
}

/** Reads all settings once; they are few, and asked for on every call. */
export async function loadSettings(db: Database): Promise<Settings> {
  let values = new Map<string, unknown>();
  const settingsService: Settings = {
    get<K extends SettingName>(name: K) {
      const parsed = settings[name].safeParse(values.get(name));
      return (parsed.success ? parsed.data : settings[name].parse(undefined)) as SettingValue<K>;
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
      values = new Map(
        (await db.read(async (reader) => reader.select().from(setting))).map((row) => [row.key, row.value]),
      );
    },
  };
  await settingsService.reload();
  return settingsService;
}
