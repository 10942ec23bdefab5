import { plainName } from '#contract/ground/names.ts';
import { countAwaitingApproval } from '#db/queries/accounts/administrators.ts';
import { existingGroups } from '#db/queries/accounts/groups.ts';
import { changeGroupsOf } from '#db/queries/accounts/rights.ts';
import type { Context } from '#main/call/caller.ts';
import { createRecord } from '#main/records/save.ts';
import { Refusal } from '#main/refusal.ts';
import { acceptedPassword } from '#main/services/passwords.ts';
import { checkSignInNames, holdersOf, signInNames } from '#main/services/users.ts';
import { userStore } from '../users/store.ts';
import { wordsAbout } from './newPassword.ts';

/** Nobody can fill the list of those who wait. */
const MOST_WAITING = 50;

export interface Registration {
  givenName: string;
  familyName: string;
  email: string;
  username: string;
  password: string;
}

/** Self-registration under the clinic's policy: the default group is attached, and the message tells what happens next. */
export async function register(context: Context, input: Registration) {
  const { services } = context;
  const { policy, groupId } = services.settings.get('accounts').registration;
  if (policy === 'off') throw new Refusal('FORBIDDEN', { sentence: { key: 'accounts.registrationOff' } });
  const about = wordsAbout(services, input);
  const accepted = await acceptedPassword(services.ports.hasher, input.password, { path: 'password', about });
  const { password: _, ...names } = input;
  const isOpen = policy === 'open';
  const now = services.clock.now();
  await context.write(async (tx, change) => {
    const at = { tx, change, now };
    if (!isOpen && (await countAwaitingApproval(tx)) >= MOST_WAITING) throw new Refusal('TOO_MANY_ATTEMPTS');
    const make = async () => {
      await checkSignInNames(tx, input);
      const standing = { isActive: isOpen, awaitsApproval: !isOpen };
      return { ...names, ...signInNames(input), ...accepted, ...standing, joinedAt: now, passwordChangedAt: now };
    };
    const row = await createRecord(at, userStore, null, make, { registered: policy });
    const groups = groupId === null ? [] : await existingGroups(tx, [groupId]);
    await changeGroupsOf(tx, row.id, { added: groups, removed: [] });
  });
  if (!isOpen) await tellAdministrators(context, input);
  return { maySignIn: isOpen, message: { key: isOpen ? 'accounts.registered' : 'accounts.registeredWaiting' } };
}

async function tellAdministrators({ services }: Context, who: Registration): Promise<void> {
  const notice = { level: 'info' as const, key: 'accounts.approvalAsked', params: { name: plainName(who) } };
  for (const userId of await holdersOf(services.db, 'users.view', 'users.delete'))
    await services.messages.add(userId, notice);
}
