import type { Writer } from '#db/index.ts';
import type { Context } from '#main/call/caller.ts';
import type { Change } from '#main/call/context.ts';
import { changedFields } from '#main/records/changes.ts';
import { HIDDEN, maskAddress } from '#main/services/maskedAddress.ts';
import { type SettingName, type SettingValue, settingNumbers } from '#main/services/settings.ts';

interface SettingVersion<K extends SettingName> {
  name: K;
  /** The one its form was filled from; left out where the last one to say so is right. */
  version?: number | undefined;
}

/**
 * Changes one of the clinic's settings in the transaction at hand, with what is different in the audit; nothing is written where
 * nothing is. Raises CONFLICT.
 */
export async function changeSetting<K extends SettingName>(
  { services }: Pick<Context, 'services'>,
  { tx, change }: { tx: Writer; change: Change },
  place: SettingVersion<K>,
  make: (before: SettingValue<K>) => SettingValue<K>,
): Promise<void> {
  const stored = await services.settings.change(tx, place, make);
  const [before, after] = [fieldsOf(place.name, stored.before), fieldsOf(place.name, stored.after)];
  const changed = Object.entries(changedFields(before, after, Object.keys({ ...before, ...after })));
  if (changed.length === 0) return change.unchanged();
  const told = changed.map(([name, values]) => [name, values.map((value) => withoutSecrets(name, value))]);
  change.touched({
    entity: 'settings',
    action: 'update',
    id: settingNumbers[place.name],
    details: { changed: Object.fromEntries(told) },
  });
}

/** The same in a transaction of its own. */
export const saveSetting = <K extends SettingName>(
  context: Context,
  place: SettingVersion<K>,
  value: SettingValue<K>,
) => context.write((tx, change) => changeSetting(context, { tx, change }, place, () => value));

const fieldsOf = (name: string, value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { [name]: value };

/** That a password is another one now is told, but neither of them; they also stand in addresses of servers. */
function withoutSecrets(name: string, value: unknown): unknown {
  if (typeof value === 'string') {
    if (/password/i.test(name)) return value && HIDDEN;
    return /url|address/i.test(name) ? maskAddress(value) : value;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutSecrets(key, part)]));
}
