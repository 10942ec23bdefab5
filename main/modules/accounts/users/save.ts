import type { UserForm, UserRecord } from '#contract/accounts/users.ts';
import type { User } from '#db/queries/accounts/users.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { changeRecord, createRecord, type RecordVersion, recordAt, updateRecord } from '#main/records/save.ts';
import { Refusal } from '#main/refusal.ts';
import { normalisePassword } from '#main/services/passwords.ts';
import { checkSignInNames, hasPermission, signInNames } from '#main/services/users.ts';
import { firstPassword } from '../signIn/newPassword.ts';
import { besideOf, isNothing } from './beside.ts';
import type { DoctorsOfUsers } from './doctors.ts';
import { checkAdministratorLeft, checkMayManage } from './grants.ts';
import { checkLinks, linksTo, saveLinks } from './links.ts';
import { withLinks } from './load.ts';
import { userStore } from './store.ts';

interface NewUserForm {
  createKey?: string | undefined;
  user: UserForm;
  password?: string | undefined;
}

/**
 * Adds a user; a password given with them holds for some days, and has to be changed at the first sign-in. The same form a
 * second time answers the user it made the first time; raises IN_USE for another form with the same key.
 */
export async function createUser(
  context: Context,
  { createKey, user: form, password }: NewUserForm,
  doctors: DoctorsOfUsers,
): Promise<UserRecord> {
  const { clock } = context.services;
  const [values, isActive] = [valuesOf(form), form.isActive ?? true];
  const first = await firstPassword(context.services, values, password, clock.now());
  return context.write(async (tx, change) => {
    const at = { tx, change, now: clock.now() };
    const hasTheRest = async (made: User) =>
      isNothing(await besideOf(tx, made.id, form, doctors)) && (await isPassword(context, made, password));
    const sent = createKey ? { createKey, form: { ...values, isActive }, hasTheRest } : null;
    const links = await linksTo(tx, null, form);
    const make = async () => {
      checkStanding(context, form, null);
      await checkSignInNames(tx, values, { form: 'user.' });
      await checkLinks(context, tx, links);
      return { ...values, ...first, isActive, joinedAt: at.now };
    };
    const details = { created: values.username, ...links };
    const row = await createRecord(at, userStore, sent, make, details);
    await saveLinks(at, row.id, await linksTo(tx, row.id, form));
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
    const before = await recordAt(tx, userStore, place);
    await checkMayManage(tx, callerOf(context), before);
    checkStanding(context, form, before);
    await checkSignInNames(tx, values, { own: place.id, form: 'user.' });
    const beside = await besideOf(tx, place.id, form, doctors);
    await checkLinks(context, tx, beside.links);
    const wanted = { ...values, ...standing(before, form.isActive ?? before.isActive) };
    const row = await changeRecord(at, userStore, before, wanted, 'update', beside);
    await saveLinks(at, row.id, beside.links);
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

/** Whether this is the password that a user was made with; only a form that is sent again asks. */
const isPassword = async ({ services }: Context, { passwordHash }: User, password: string | undefined) =>
  password === undefined || passwordHash === null
    ? password === undefined && passwordHash === null
    : services.ports.hasher.verify(passwordHash, normalisePassword(password));

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
