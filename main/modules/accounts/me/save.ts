import type { AccountForm, ProfileForm } from '#contract/accounts/me.ts';
import { getProfile } from '#db/queries/accounts/profiles.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { createRecord, updateRecord } from '#main/records/save.ts';
import { wrongField } from '#main/refusal.ts';
import { checkSignInNames, signInNames } from '#main/services/users.ts';
import { userStore } from '../users/store.ts';
import { loadMe } from './load.ts';
import { profileStore } from './store.ts';

/** The user form. A directory's people keep the name that the directory knows them by. */
export async function saveUser(context: Context, { version, user: form }: { version: number; user: AccountForm }) {
  const { id } = callerOf(context);
  const names = signInNames(form);
  await context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    await updateRecord(at, userStore, { id, version }, async (before) => {
      await checkSignInNames(tx, form, { own: id, form: 'user.' });
      if (before.source !== 'local' && names.usernameKey !== before.usernameKey)
        throw wrongField('user.username', 'validation.directoryName');
      return { ...form, ...names };
    });
  });
  return loadMe(context);
}

/** The profile form; a superuser gets their profile with the first edit. */
export async function saveProfile(context: Context, input: { version?: number | undefined; profile: ProfileForm }) {
  const { id } = callerOf(context);
  await context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    const before = await getProfile(tx, id);
    if (!before) return createRecord(at, profileStore, null, () => ({ ...input.profile, userId: id }));
    return updateRecord(at, profileStore, { id, version: input.version ?? 0 }, () => input.profile);
  });
  return loadMe(context);
}
