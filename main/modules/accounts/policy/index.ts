import { api } from '#main/pipeline/index.ts';
import { saveLdap, savePolicy, shownPolicy } from './save.ts';

export { admin } from './admin.ts';

const { policy: procedures } = api;

export const handlers = {
  get: procedures.get.handler(({ context }) => {
    const { settings } = context.services;
    const { bindPassword, ...ldap } = settings.get('ldap');
    return {
      policy: shownPolicy(settings.get('accounts')),
      version: settings.versionOf('accounts'),
      ldap: { ...ldap, hasBindPassword: bindPassword !== '' },
      ldapVersion: settings.versionOf('ldap'),
    };
  }),
  update: procedures.update.handler(async ({ context, input }) => {
    await savePolicy(context, input.version, input.policy);
    return {};
  }),
  updateLdap: procedures.updateLdap.handler(async ({ context, input }) => {
    await saveLdap(context, input.version, input.ldap);
    return {};
  }),
};
