import { accountPolicy, ldapSettings } from '#contract/policy.ts';
import type { Permission } from '#contract/procedure.ts';
import { clinicSettings, imageSettings, loggingSettings } from '#contract/settings.ts';
import { saveLdap, savePolicy } from '#main/modules/policy/save.ts';
import { saveSetting } from '#main/modules/settings.ts';
import { settingNumbers } from '#main/services/settings.ts';
import { hasPermission } from '#main/services/users.ts';
import { fieldsOf } from './fields.ts';
import { formOf } from './form.ts';
import { fewRows } from './sources/fewRows.ts';
import { type AdminTable, type Form, type Reading, shown, sorted } from './table.ts';

interface Sheet {
  view: Permission;
  change: Permission;
  /** Its number in the audit. */
  number: number;
  form: Form;
}

/** Settings have no version of their own: they are few, and the last one to save them is right. */
const VERSION = 1;

const clinic = formOf({
  root: 'settings',
  schema: clinicSettings,
  fields: fieldsOf(clinicSettings),
  load: async ({ services }) => ({ values: { clinicName: services.settings.get('clinicName') }, version: VERSION }),
  save: (context, _place, { clinicName }) => saveSetting(context, 'clinicName', clinicName),
});

const logging = formOf({
  root: 'settings',
  schema: loggingSettings,
  fields: fieldsOf(loggingSettings),
  load: async ({ services }) => ({ values: services.settings.get('logging'), version: VERSION }),
  save: (context, _place, values) => saveSetting(context, 'logging', values),
});

const images = formOf({
  root: 'settings',
  schema: imageSettings,
  fields: fieldsOf(imageSettings),
  load: async ({ services }) => ({ values: { imageLinks: services.settings.get('imageLinks') }, version: VERSION }),
  save: (context, _place, { imageLinks }) => saveSetting(context, 'imageLinks', imageLinks),
});

const accounts = formOf({
  root: 'policy',
  schema: accountPolicy,
  fields: fieldsOf(accountPolicy, { 'registration.groupId': { kind: 'one', table: 'groups' } }),
  load: async ({ services }) => ({ values: services.settings.get('accounts'), version: VERSION }),
  save: (context, _place, values) => savePolicy(context, values),
});

const ldap = formOf({
  root: 'ldap',
  schema: ldapSettings,
  fields: fieldsOf(ldapSettings, { bindPassword: { kind: 'secret' } }),
  // The stored password never leaves main; an empty one keeps it.
  load: async ({ services }) => ({ values: { ...services.settings.get('ldap'), bindPassword: '' }, version: VERSION }),
  save: (context, _place, values) => saveLdap(context, values),
});

/** What can be set, a page each. Another kind of setting is another line. */
const sheets: Record<string, Sheet> = {
  clinic: { view: 'settings.view', change: 'settings.change', number: settingNumbers.clinicName, form: clinic },
  accounts: { view: 'policy.view', change: 'policy.change', number: settingNumbers.accounts, form: accounts },
  ldap: { view: 'policy.view', change: 'policy.change', number: settingNumbers.ldap, form: ldap },
  images: { view: 'policy.view', change: 'policy.change', number: settingNumbers.imageLinks, form: images },
  logging: { view: 'settings.view', change: 'settings.change', number: settingNumbers.logging, form: logging },
};

async function load({ services, user }: Reading) {
  return Object.entries(sheets)
    .filter(([, sheet]) => hasPermission(user, sheet.view))
    .map(([name]) => ({ name, clinicName: services.settings.get('clinicName') }));
}

export const settings: AdminTable = {
  name: 'settings',
  entity: 'settings',
  may: { view: ['settings.view', 'policy.view'], change: (id) => sheets[id]?.change ?? 'settings.change' },
  columns: [sorted('setting', 'name'), shown('about', 'choice')],
  filters: [],
  searchable: false,
  sort: { by: 'setting', descending: false },
  source: fewRows({
    load,
    row: ({ name }) => ({ id: name, label: name, cells: { setting: name, about: name } }),
  }),
  hasRecords: true,
  form: (id) => (id === null ? null : (sheets[id]?.form ?? null)),
  auditId: (id) => sheets[id]?.number ?? 0,
  fresh: true,
};
