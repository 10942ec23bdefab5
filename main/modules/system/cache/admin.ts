import { cacheChoice } from '#contract/system/cache.ts';
import { fieldsOf } from '#main/admin/fields.ts';
import { formOf } from '#main/admin/form.ts';
import { rowsInMemory } from '#main/admin/sources/rowsInMemory.ts';
import { type AdminTable, sorted } from '#main/admin/table.ts';
import { maskAddress } from '#main/services/maskedAddress.ts';
import { clearCache, saveCache } from './save.ts';

const form = formOf({
  root: 'cache',
  schema: cacheChoice,
  fields: fieldsOf(cacheChoice),
  load: async ({ services: { caches, settings } }, name) => {
    const choice = caches.choiceOf(name);
    return {
      values: { ...choice, address: maskAddress(choice.address) },
      version: settings.versionOf('cache'),
    };
  },
  save: saveCache,
});

export const admin: AdminTable = {
  name: 'cache',
  order: 80,
  may: { view: ['cache.view'], change: () => 'cache.change' },
  columns: [
    sorted('cache', 'name'),
    sorted('backend', 'choice'),
    sorted('health', 'choice'),
    sorted('keys', 'number'),
    sorted('hits', 'number'),
    sorted('misses', 'number'),
    sorted('size', 'bytes'),
  ],
  filters: ['backend', 'health'],
  searchable: true,
  sort: { by: 'cache', descending: false },
  refreshSeconds: 5,
  source: rowsInMemory({
    load: ({ services }) => services.caches.stats(),
    row: ({ name, backend, health, keys, hits, misses, bytes }) => ({
      id: name,
      label: name,
      cells: { cache: name, backend, health, keys, hits, misses, size: bytes },
    }),
    filters: { backend: ({ backend }) => backend, health: ({ health }) => health },
  }),
  hasRecords: true,
  form: (id) => (id === null ? null : form),
  fresh: true,
  actions: [{ name: 'clear', audit: 'empty', permission: 'cache.clear', run: clearCache }],
};
