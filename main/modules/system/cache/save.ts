import type { CacheChoice } from '#contract/system/cache.ts';
import type { Context } from '#main/call/caller.ts';
import { notFound, wrongField } from '#main/refusal.ts';
import { unmaskAddress } from '#main/services/maskedAddress.ts';
import { settingNumbers } from '#main/services/settings.ts';
import { changeSetting } from '../settings.ts';

/** Empties a cache, which loses nothing but time. Raises NOT_FOUND where there is none of this name. */
export async function clearCache(context: Context, name: string): Promise<void> {
  if (!(await context.services.caches.clear(name))) throw notFound();
  const details = { changed: { emptied: [null, name] } };
  await context.write(async (_tx, change) =>
    change.touched({ entity: 'settings', id: settingNumbers.cache, action: 'empty', details }),
  );
}

/** Sets where a cache is kept, and how. Raises CONFLICT when somebody else was faster. */
export async function saveCache(
  context: Context,
  { id: name, version }: { id: string; version: number },
  choice: CacheChoice,
): Promise<void> {
  // Several servers are what Memcached's clients divide keys between, not Redis's.
  if (choice.backend === 'redis' && choice.address.includes(','))
    throw wrongField('cache.address', 'validation.invalid');
  await context.write((tx, change) =>
    changeSetting(context, { tx, change }, { name: 'cache', version }, (before) => {
      const shown = before.caches[name] ?? before.caches.default;
      const address = unmaskAddress('cache.address', choice.address, shown?.address ?? '');
      return { ...before, caches: { ...before.caches, [name]: { ...choice, address } } };
    }),
  );
}
