import type { AccountPolicy, LdapSettings } from '#contract/accounts/policy.ts';
import type { Writer } from '#db/index.ts';
import { getGroup } from '#db/queries/accounts/groups.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { changeSetting } from '#main/modules/system/settings.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { maskAddress, unmaskAddress } from '#main/services/maskedAddress.ts';
import { checkGrantedGroups } from '../users/grants.ts';

/** Sets the rules of signing in. Raises CONFLICT when somebody else was faster. */
export async function savePolicy(context: Context, version: number, policy: AccountPolicy): Promise<void> {
  const { sessionStore, registration } = policy;
  if (sessionStore.kind === 'redis' && sessionStore.redisUrl === '')
    throw wrongField('policy.sessionStore.redisUrl', 'validation.required');
  await context.write(async (tx, change) => {
    if (registration.groupId !== null) {
      await checkGroup(tx, 'policy.registration.groupId', registration.groupId);
      await checkGrantedGroups(tx, callerOf(context), [registration.groupId]);
    }
    await changeSetting(context, { tx, change }, { name: 'accounts', version }, (before) => ({
      ...policy,
      sessionStore: { ...sessionStore, redisUrl: redisUrlOf(sessionStore, before) },
    }));
  });
}

/** The address of the session store; the password in it comes back masked from whoever left it as it was. */
const redisUrlOf = ({ redisUrl }: AccountPolicy['sessionStore'], before: AccountPolicy) =>
  unmaskAddress('policy.sessionStore.redisUrl', redisUrl, before.sessionStore.redisUrl);

/** The policy as it may be shown. */
export const shownPolicy = (policy: AccountPolicy): AccountPolicy => ({
  ...policy,
  sessionStore: { ...policy.sessionStore, redisUrl: maskAddress(policy.sessionStore.redisUrl) },
});

/** Sets how the clinic's directory is asked. Raises CONFLICT when somebody else was faster. */
export async function saveLdap(context: Context, version: number, ldap: LdapSettings): Promise<void> {
  // Whoever chooses the directory decides who its people are, whatever they may do here.
  if (!callerOf(context).isSuperuser) throw new Refusal('FORBIDDEN');
  await context.write(async (tx, change) => {
    for (const [place, { groupId }] of ldap.groups.entries()) {
      await checkGroup(tx, `ldap.groups.${place}.groupId`, groupId);
    }
    await changeSetting(context, { tx, change }, { name: 'ldap', version }, (before) => {
      // The stored password goes to the server it was given for, and to no other.
      const kept = before.url === ldap.url ? before.bindPassword : '';
      return { ...ldap, bindPassword: ldap.bindPassword || kept };
    });
  });
}

async function checkGroup(tx: Writer, path: string, groupId: number): Promise<void> {
  if (!(await getGroup(tx, groupId))) throw wrongField(path, 'validation.noSuchGroup');
}
