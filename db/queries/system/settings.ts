import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { setting } from '#db/schema/system.ts';

/** Every setting that somebody has set: its name and its value as stored. */
export async function allSettings(reader: Reader): Promise<Map<string, unknown>> {
  const rows = await reader.select().from(setting);
  return new Map(rows.map((row) => [row.key, row.value]));
}

/** The stored value of a setting, or undefined where nobody has set it. */
export async function getSetting(reader: Reader, key: string): Promise<unknown> {
  const [row] = await reader.select().from(setting).where(eq(setting.key, key));
  return row?.value;
}

/** Stores the value of a setting in place of the one before. */
export async function putSetting(tx: Writer, key: string, value: unknown): Promise<void> {
  await tx.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}
