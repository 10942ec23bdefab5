import type { UserForm, UserRecord } from '#contract/accounts/users.ts';
import type { User } from '#db/queries/accounts/users.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { createRecord, type RecordVersion, updateRecord } from '#main/records/save.ts';
import { Refusal } from '#main/refusal.ts';
import { checkSignInNames, hasPermission, signInNames } from '#main/services/users.ts';
import { firstPassword } from '../signIn/newPassword.ts';
import type { DoctorsOfUsers } from './doctors.ts';
import { checkAdministratorLeft, checkMayManage } from './grants.ts';
import { saveLinks } from './links.ts';
import { withLinks } from './load.ts';
import { userStore } from './store.ts';

/** Adds a user; a password given with them holds for some days, and has to be changed at the first sign-in. */
export async function createUser(
  context: Context,
  { user: form, password }: { user: UserForm; password?: string | undefined },
  doctors: DoctorsOfUsers,
): Promise<UserRecord> {
  const now = context.services.clock.now();
  const values = valuesOf(form);
  const first = await firstPassword(context.services, values, password, now);
  return context.write(async (tx, change) => {
    const at = { tx, change, now };
    const make = async () => {
      checkStanding(context, form, null);
      await checkSignInNames(tx, values, { form: 'user.' });
      return { ...values, ...first, isActive: form.isActive ?? true, joinedAt: now };
    };
    const row = await createRecord(at, userStore, null, make, { created: values.username });
    await saveLinks(context, at, row.id, form);
    await doctors.link(context, at, { userId: row.id, doctorId: form.doctorId });
    return withLinks(tx, row, doctors);
  });
}

/** Changes a user who is still as the form showed them. Raises CONFLICT when they are not. */
export function updateUser(
  context: Context,
  { user: form, ...place }: RecordVersion & { user: UserForm },
  doctors: DoctorsOfUsers,
): Promise<UserRecord> {
  const values = valuesOf(form);
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    const row = await updateRecord(at, userStore, place, async (before) => {
      await checkMayManage(tx, callerOf(context), before);
      checkStanding(context, form, before);
      await checkSignInNames(tx, values, { own: place.id, form: 'user.' });
      return { ...values, ...standing(before, form.isActive ?? before.isActive) };
    });
    await saveLinks(context, at, row.id, form);
    await doctors.link(context, at, { userId: row.id, doctorId: form.doctorId });
    await checkAdministratorLeft(tx);
    return withLinks(tx, row, doctors);
  });
}

/** Lets a user in, or shuts them out from their next call on. */
export function setActive(
  context: Context,
  place: RecordVersion,
  isActive: boolean,
  doctors: DoctorsOfUsers,
): Promise<UserRecord> {
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    const make = async (before: User) => {
      await checkMayManage(tx, callerOf(context), before);
      return { ...standing(before, isActive), awaitsApproval: false };
    };
    const row = await updateRecord(at, userStore, place, make, isActive ? 'activate' : 'deactivate');
    await checkAdministratorLeft(tx);
    return withLinks(tx, row, doctors);
  });
}

/** The columns of the user in their form; whether they are let in, and their links, are saved apart. */
function valuesOf({ groupIds: _, permissions: __, doctorId: ___, isActive: ____, ...form }: UserForm) {
  return { ...form, ...signInNames(form) };
}

/** Whether somebody is let in; when that changes, their sessions of before are void. */
const standing = (before: User, isActive: boolean) => ({
  isActive,
  awaitsApproval: before.awaitsApproval && !isActive,
  credentialVersion: before.credentialVersion + (isActive === before.isActive ? 0 : 1),
});

/** Standing is granted only by those who have it; shutting out needs its own right. */
function checkStanding(context: Context, form: UserForm, before: User | null): void {
  const actor = callerOf(context);
  const refuse = (key: string) => new Refusal('FORBIDDEN', { sentence: { key } });
  if (form.isSuperuser && !before?.isSuperuser && !actor.isSuperuser) throw refuse('accounts.grantLacking');
  if (form.isStaff && !before?.isStaff && !actor.isStaff && !actor.isSuperuser) throw refuse('accounts.grantLacking');
  const isOther = form.isActive !== undefined && form.isActive !== (before?.isActive ?? true);
  if (isOther && !hasPermission(actor, 'users.delete')) throw refuse('errors.forbidden');
}
