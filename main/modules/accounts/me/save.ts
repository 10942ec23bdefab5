import { and, eq } from 'drizzle-orm';
import { type AccountForm, accountForm, type ProfileForm } from '#contract/accounts/me.ts';
import { profile, user } from '#db/schema/index.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { changedFields } from '#main/records/changes.ts';
import { conflict, wrongField } from '#main/refusal.ts';
import { saving } from '#main/services/saving.ts';
import { checkSignInNames, emailKey, usernameKey } from '#main/services/users.ts';
import { existingUser } from '../users/load.ts';
import { loadMe } from './load.ts';

const FIELDS = Object.keys(accountForm.shape) as Array<keyof AccountForm>;

/** The user form. A directory's people keep the name that the directory knows them by. */
export async function saveUser(context: Context, input: { version: number; user: AccountForm }) {
  const { id } = callerOf(context);
  const key = usernameKey(input.user.username);
  await context.write(async (tx, change) => {
    const before = existingUser(tx, id);
    if (before.version !== input.version) throw conflict(before.version);
    await checkSignInNames(tx, input.user, { own: id, form: 'user.' });
    if (before.source !== 'local' && key !== before.usernameKey)
      throw wrongField('user.username', 'validation.directoryName');
    const names = { username: input.user.username.normalize('NFKC'), usernameKey: key };
    const row = await saving(change, 'user', id, async () => {
      const [saved] = await tx
        .update(user)
        .set({
          ...input.user,
          ...names,
          email: emailKey(input.user.email),
          version: before.version + 1,
          updatedAt: context.services.clock.now(),
        })
        .where(and(eq(user.id, id), eq(user.version, before.version)))
        .returning();
      if (!saved) throw conflict(before.version);
      return saved;
    });
    change.touched({ entity: 'user', id, action: 'update', details: { changed: changedFields(before, row, FIELDS) } });
  });
  return loadMe(context);
}

/** The profile form; a superuser gets his profile with the first edit. */
export async function saveProfile(context: Context, input: { version?: number | undefined; profile: ProfileForm }) {
  const { id } = callerOf(context);
  const now = context.services.clock.now();
  await context.write(async (tx, change) => {
    const [before] = await tx.select().from(profile).where(eq(profile.userId, id));
    if (before && before.version !== input.version) throw conflict(before.version);
    await saving(change, 'profile', before ? id : null, async () => {
      const version = (before?.version ?? 0) + 1;
      const values = { ...input.profile, version, updatedAt: now };
      if (before) await tx.update(profile).set(values).where(eq(profile.userId, id));
      else await tx.insert(profile).values({ ...values, userId: id, createdAt: now });
      return { id };
    });
    change.touched({ entity: 'user', id, action: 'update', details: { profile: 'changed' } });
  });
  return loadMe(context);
}
