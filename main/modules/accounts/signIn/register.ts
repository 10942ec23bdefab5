import { and, eq } from 'drizzle-orm';
import { plainName } from '#contract/ground/names.ts';
import { group, user, userGroup } from '#db/schema/index.ts';
import type { Context } from '#main/call/caller.ts';
import { Refusal } from '#main/refusal.ts';
import { acceptedPassword } from '#main/services/passwords.ts';
import { saving } from '#main/services/saving.ts';
import { checkSignInNames, emailKey, holdersOf, usernameKey } from '#main/services/users.ts';
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
    const waiting = await tx.$count(user, and(eq(user.awaitsApproval, true), eq(user.isActive, false)));
    if (!isOpen && waiting >= MOST_WAITING) throw new Refusal('TOO_MANY_ATTEMPTS');
    await checkSignInNames(tx, input);
    const row = await saving(change, 'user', null, async () => {
      const values = {
        ...names,
        ...accepted,
        email: emailKey(input.email),
        username: input.username.normalize('NFKC'),
      };
      const times = { joinedAt: now, createdAt: now, updatedAt: now, passwordChangedAt: now };
      const standing = { isActive: isOpen, awaitsApproval: !isOpen };
      const [made] = await tx
        .insert(user)
        .values({ ...values, ...times, ...standing, usernameKey: usernameKey(input.username) })
        .returning();
      if (!made) throw new Error('the user was not stored');
      return made;
    });
    const groups = groupId === null ? [] : await tx.select().from(group).where(eq(group.id, groupId));
    for (const found of groups) await tx.insert(userGroup).values({ userId: row.id, groupId: found.id });
    change.touched({ entity: 'user', id: row.id, action: 'create', details: { registered: policy } });
  });
  if (!isOpen) await tellAdministrators(context, input);
  return { maySignIn: isOpen, message: { key: isOpen ? 'accounts.registered' : 'accounts.registeredWaiting' } };
}

async function tellAdministrators({ services }: Context, who: Registration): Promise<void> {
  const notice = { level: 'info' as const, key: 'accounts.approvalAsked', params: { name: plainName(who) } };
  for (const userId of await holdersOf(services.db, 'users.view', 'users.delete'))
    await services.messages.add(userId, notice);
}
