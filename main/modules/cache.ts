import { api } from '#main/pipeline/index.ts';
import { notFound, wrongField } from '#main/refusal.ts';
import { settingNumbers } from '#main/services/settings.ts';
import { saveSetting } from './settings.ts';

const { cache: procedures } = api;

export const cache = {
  stats: procedures.stats.handler(({ context }) => context.services.caches.stats()),
  clear: procedures.clear.handler(async ({ context, input }) => {
    if (!(await context.services.caches.clear(input.name))) throw notFound();
    await context.write(async (_tx, change) =>
      change.touched({ entity: 'settings', id: settingNumbers.cache, details: { cleared: input.name ?? 'all' } }),
    );
    return {};
  }),
  settings: procedures.settings.handler(({ context }) => context.services.settings.get('cache')),
  configure: procedures.configure.handler(async ({ context, input }) => {
    for (const [name, { backend, address }] of Object.entries(input.caches)) {
      // Several servers are what Memcached's clients divide keys between, not Redis's.
      if (backend === 'redis' && address.includes(','))
        throw wrongField(`caches.${name}.address`, 'validation.invalid');
    }
    await saveSetting(context, { name: 'cache' }, input);
    return {};
  }),
};
