import { api } from '#main/pipeline/index.ts';
import { saveLdap, savePolicy } from './save.ts';

const { policy: procedures } = api;

export const policy = {
  get: procedures.get.handler(({ context }) => {
    const { bindPassword, ...ldap } = context.services.settings.get('ldap');
    const shown = { ...ldap, hasBindPassword: bindPassword !== '' };
    return { policy: context.services.settings.get('accounts'), ldap: shown };
  }),
  update: procedures.update.handler(async ({ context, input }) => {
    await savePolicy(context, input.policy);
    return {};
  }),
  updateLdap: procedures.updateLdap.handler(async ({ context, input }) => {
    await saveLdap(context, input.ldap);
    return {};
  }),
};
