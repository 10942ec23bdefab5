import { type SettingName, type SettingValue, settingNumbers } from '#main/services/settings.ts';
import type { Context } from './caller.ts';
import { changedFields } from './changes.ts';

/** Sets one of the clinic's settings, with what it was before in the audit. */
export async function saveSetting<K extends SettingName>(
  context: Context,
  name: K,
  value: SettingValue<K>,
): Promise<void> {
  const { settings } = context.services;
  await context.write(async (tx, change) => {
    const [before, after] = [fieldsOf(name, settings.get(name)), fieldsOf(name, value)];
    await settings.set(tx, name, value);
    const changed = changedFields(before, after, Object.keys(after));
    change.touched({ entity: 'settings', id: settingNumbers[name], details: { changed } });
  });
}

const fieldsOf = (name: string, value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { [name]: value };
