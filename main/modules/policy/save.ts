import { eq } from 'drizzle-orm';
import { type AccountPolicy, accountPolicy, type LdapSettings, ldapSettings } from '#contract/policy.ts';
import type { Writer } from '#db/index.ts';
import { group } from '#db/schema/index.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { settingNumbers } from '#main/services/settings.ts';
import { type Context, callerOf } from '../caller.ts';
import { changedFields } from '../changes.ts';
import { checkGrantedGroups } from '../users/grants.ts';

type Names<T> = Array<keyof T & string>;
const POLICY_FIELDS = Object.keys(accountPolicy.shape) as Names<AccountPolicy>;
/** What was typed as a password is kept out of the audit, too. */
const LDAP_FIELDS = (Object.keys(ldapSettings.shape) as Names<LdapSettings>).filter((name) => name !== 'bindPassword');

/** Sets the rules of signing in. */
export async function savePolicy(context: Context, policy: AccountPolicy): Promise<void> {
  const { settings } = context.services;
  const { sessionStore, registration } = policy;
  if (sessionStore.kind === 'redis' && sessionStore.redisUrl === '')
    throw wrongField('policy.sessionStore.redisUrl', 'validation.required');
  await context.write(async (tx, change) => {
    if (registration.groupId !== null) {
      await checkGroup(tx, 'policy.registration.groupId', registration.groupId);
      await checkGrantedGroups(tx, callerOf(context), [registration.groupId]);
    }
    const changed = changedFields(settings.get('accounts'), policy, POLICY_FIELDS);
    await settings.set(tx, 'accounts', policy);
    change.touched({ entity: 'settings', id: settingNumbers.accounts, details: { changed } });
  });
}

/** Sets how the clinic's directory is asked. */
export async function saveLdap(context: Context, ldap: LdapSettings): Promise<void> {
  // Whoever chooses the directory decides who its people are, whatever they may do here.
  if (!callerOf(context).isSuperuser) throw new Refusal('FORBIDDEN');
  const { settings } = context.services;
  const before = settings.get('ldap');
  // The stored password goes to the server it was given for, and to no other.
  const isSameServer = before.url === ldap.url;
  const bindPassword = ldap.bindPassword || (isSameServer ? before.bindPassword : '');
  await context.write(async (tx, change) => {
    for (const [place, { groupId }] of ldap.groups.entries()) {
      await checkGroup(tx, `ldap.groups.${place}.groupId`, groupId);
    }
    await settings.set(tx, 'ldap', { ...ldap, bindPassword });
    const changed = changedFields(before, ldap, LDAP_FIELDS);
    change.touched({ entity: 'settings', id: settingNumbers.ldap, details: { changed } });
  });
}

async function checkGroup(tx: Writer, path: string, groupId: number): Promise<void> {
  if ((await tx.$count(group, eq(group.id, groupId))) === 0) throw wrongField(path, 'validation.noSuchGroup');
}
