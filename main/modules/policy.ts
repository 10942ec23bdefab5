import { eq } from 'drizzle-orm';
import type { Writer } from '#db/index.ts';
import { group } from '#db/schema/index.ts';
import { api } from '#main/pipeline/index.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { callerOf } from './caller.ts';
import { checkGrantedGroups } from './users/grants.ts';

const { policy: procedures } = api;

async function checkGroup(tx: Writer, path: string, groupId: number): Promise<void> {
  if ((await tx.$count(group, eq(group.id, groupId))) === 0) throw wrongField(path, 'validation.noSuchGroup');
}

export const policy = {
  get: procedures.get.handler(({ context }) => {
    const { bindPassword, ...ldap } = context.services.settings.get('ldap');
    const shown = { ...ldap, hasBindPassword: bindPassword !== '' };
    return { policy: context.services.settings.get('accounts'), ldap: shown };
  }),
  update: procedures.update.handler(async ({ context, input }) => {
    const { settings } = context.services;
    const { sessionStore, registration } = input.policy;
    if (sessionStore.kind === 'redis' && sessionStore.redisUrl === '')
      throw wrongField('policy.sessionStore.redisUrl', 'validation.required');
    await context.write(async (tx, change) => {
      if (registration.groupId !== null) {
        await checkGroup(tx, 'policy.registration.groupId', registration.groupId);
        await checkGrantedGroups(tx, callerOf(context), [registration.groupId]);
      }
      await settings.set(tx, 'accounts', input.policy);
      change.touched({ entity: 'settings', id: 0, details: { accounts: 'changed' } });
    });
    return {};
  }),
  updateLdap: procedures.updateLdap.handler(async ({ context, input }) => {
    // Whoever chooses the directory decides who its people are, whatever they may do here.
    if (!callerOf(context).isSuperuser) throw new Refusal('FORBIDDEN');
    const { settings } = context.services;
    const before = settings.get('ldap');
    // The stored password goes to the server it was given for, and to no other.
    const isSameServer = before.url === input.ldap.url;
    const bindPassword = input.ldap.bindPassword || (isSameServer ? before.bindPassword : '');
    await context.write(async (tx, change) => {
      for (const [place, { groupId }] of input.ldap.groups.entries()) {
        await checkGroup(tx, `ldap.groups.${place}.groupId`, groupId);
      }
      await settings.set(tx, 'ldap', { ...input.ldap, bindPassword });
      change.touched({ entity: 'settings', id: 0, details: { ldap: 'changed' } });
    });
    return {};
  }),
};
