import { accountPolicy, ldapSettings } from '#contract/accounts/policy.ts';
import type { Permission } from '#contract/permission.ts';
import { cacheSettings } from '#contract/system/cache.ts';
import { mailSettings } from '#contract/system/mail.ts';
import { clinicSettings, imageSettings, loggingSettings } from '#contract/system/settings.ts';
import { fieldsOf } from '#main/admin/fields.ts';
import { formOf } from '#main/admin/form.ts';
import { rowsInMemory } from '#main/admin/sources/rowsInMemory.ts';
import { type AdminTable, cellText, type Form, type Reading, shown, sorted } from '#main/admin/table.ts';
import { saveMail } from '#main/modules/system/mail.ts';
import { changeSetting, saveSetting } from '#main/modules/system/settings.ts';
import type { Services } from '#main/services/index.ts';
import { settingViews } from '#main/services/seenRecords.ts';
import { type SettingName, type SettingValue, settingNumbers } from '#main/services/settings.ts';
import { hasPermission } from '#main/services/users.ts';
import { translate } from '#main/texts.ts';
import { saveLdap, savePolicy, shownPolicy } from './save.ts';

interface Sheet {
  view: Permission;
  change: Permission;
  /** Its number in the audit. */
  number: number;
  form: Form;
  /** Where more of it is set. */
  page?: string;
}

/** A setting as its form holds it, with the version that saving it has to name. */
function stored<K extends SettingName, V>(
  { settings: { get, versionOf } }: Services,
  name: K,
  values: (value: SettingValue<K>) => V,
): { values: V; version: number } {
  return { values: values(get(name)), version: versionOf(name) };
}

const clinic = formOf({
  root: 'settings',
  schema: clinicSettings,
  fields: fieldsOf(clinicSettings),
  load: async ({ services }) => stored(services, 'clinicName', (clinicName) => ({ clinicName })),
  save: (context, { version }, { clinicName }) => saveSetting(context, { name: 'clinicName', version }, clinicName),
});

const logging = formOf({
  root: 'settings',
  schema: loggingSettings,
  fields: fieldsOf(loggingSettings),
  load: async ({ services }) => stored(services, 'logging', (values) => values),
  save: (context, { version }, values) => saveSetting(context, { name: 'logging', version }, values),
});

const images = formOf({
  root: 'settings',
  schema: imageSettings,
  fields: fieldsOf(imageSettings),
  load: async ({ services }) => stored(services, 'imageLinks', (imageLinks) => ({ imageLinks })),
  save: (context, { version }, { imageLinks }) => saveSetting(context, { name: 'imageLinks', version }, imageLinks),
});

const siteCache = cacheSettings.pick({ siteSeconds: true });
const cache = formOf({
  root: 'settings',
  schema: siteCache,
  fields: fieldsOf(siteCache),
  load: async ({ services }) => stored(services, 'cache', ({ siteSeconds }) => ({ siteSeconds })),
  save: (context, { version }, { siteSeconds }) =>
    context.write((tx, change) =>
      changeSetting(context, { tx, change }, { name: 'cache', version }, (before) => ({ ...before, siteSeconds })),
    ),
});

const accounts = formOf({
  root: 'policy',
  schema: accountPolicy,
  fields: fieldsOf(accountPolicy, { 'registration.groupId': { kind: 'one', table: 'groups' } }),
  load: async ({ services }) => stored(services, 'accounts', shownPolicy),
  save: (context, { version }, values) => savePolicy(context, version, values),
});

const ldap = formOf({
  root: 'ldap',
  schema: ldapSettings,
  fields: fieldsOf(ldapSettings, {
    bindPassword: { kind: 'secret' },
    'groups.dn': { kind: 'text' },
    'groups.groupId': { kind: 'one', table: 'groups' },
  }),
  // The stored password never leaves main; an empty one keeps it.
  load: async ({ services }) => stored(services, 'ldap', (values) => ({ ...values, bindPassword: '' })),
  save: (context, { version }, values) => saveLdap(context, version, values),
});

const mail = formOf({
  root: 'mail',
  schema: mailSettings,
  fields: fieldsOf(mailSettings, { password: { kind: 'secret' } }),
  load: async ({ services }) => stored(services, 'mail', (values) => ({ ...values, password: '' })),
  save: (context, { version }, values) => saveMail(context, version, values),
});

/** What can be set, a page each. Another kind of setting is another line. */
const sheets: Record<string, Sheet> = {
  clinic: { view: settingViews.clinicName, change: 'settings.change', number: settingNumbers.clinicName, form: clinic },
  accounts: { view: settingViews.accounts, change: 'policy.change', number: settingNumbers.accounts, form: accounts },
  ldap: { view: settingViews.ldap, change: 'policy.change', number: settingNumbers.ldap, form: ldap },
  mail: { view: settingViews.mail, change: 'policy.change', number: settingNumbers.mail, form: mail },
  images: { view: settingViews.imageLinks, change: 'policy.change', number: settingNumbers.imageLinks, form: images },
  cache: {
    view: settingViews.cache,
    change: 'cache.change',
    number: settingNumbers.cache,
    form: cache,
    page: '/admin/cache',
  },
  logging: { view: settingViews.logging, change: 'settings.change', number: settingNumbers.logging, form: logging },
};

async function load({ services, user }: Reading) {
  return Object.entries(sheets)
    .filter(([, sheet]) => hasPermission(user, sheet.view))
    .map(([name]) => ({ name, clinicName: services.settings.get('clinicName') }));
}

export const admin: AdminTable = {
  name: 'settings',
  order: 90,
  entity: 'settings',
  may: {
    view: ['settings.view', 'policy.view', 'cache.view'],
    change: (id) => sheets[id]?.change ?? 'settings.change',
  },
  parts: Object.values(sheets),
  columns: [sorted('setting', 'name'), shown('about', 'choice')],
  filters: [],
  searchable: false,
  sort: { by: 'setting', descending: false },
  source: rowsInMemory({
    load,
    row: ({ name }) => ({ id: name, label: name, cells: { setting: name, about: name } }),
    sortedAs: (name) => translate(`admin.choices.setting.${cellText(name)}`),
  }),
  hasRecords: true,
  form: (id) => (id === null ? null : (sheets[id]?.form ?? null)),
  page: (id) => sheets[id]?.page ?? null,
  auditId: (id) => sheets[id]?.number ?? 0,
  fresh: true,
};
