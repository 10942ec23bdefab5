import { and, eq } from 'drizzle-orm';
import type { UserForm, UserRecord } from '#contract/accounts/users.ts';
import type { AuditAction } from '#contract/ground/procedure.ts';
import type { Writer } from '#db/index.ts';
import { doctorOfUser, getDoctor } from '#db/queries/people/doctors.ts';
import { user } from '#db/schema/index.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import type { Change } from '#main/call/context.ts';
import { doctorStore } from '#main/modules/people/doctors/store.ts';
import { changedFields } from '#main/records/changes.ts';
import { changeRecord } from '#main/records/save.ts';
import { conflict, Refusal, wrongField } from '#main/refusal.ts';
import { acceptedPassword } from '#main/services/passwords.ts';
import { saving } from '#main/services/saving.ts';
import { checkSignInNames, emailKey, hasPermission, type UserRow, usernameKey } from '#main/services/users.ts';
import { expiryOf, wordsAbout } from '../signIn/newPassword.ts';
import { checkAdministratorLeft, checkMayManage } from './grants.ts';
import { saveLinks } from './links.ts';
import { existingUser, loadUserRecord } from './load.ts';

const AUDITED = [
  'username',
  'prefix',
  'givenName',
  'middleName',
  'familyName',
  'suffix',
  'phone',
  'email',
  'isStaff',
  'isSuperuser',
  'isActive',
] as const;

/** The columns of the user himself in his form. */
function valuesOf({ groupIds: _, permissions: __, doctorId: ___, isActive: ____, ...form }: UserForm) {
  const names = { username: form.username.normalize('NFKC'), usernameKey: usernameKey(form.username) };
  return { ...form, ...names, email: emailKey(form.email) };
}

/** Adds a user; a password given with them holds for some days, and has to be changed at the first sign-in. */
export async function createUser(
  context: Context,
  input: { user: UserForm; password?: string | undefined },
): Promise<UserRecord> {
  const { services } = context;
  const values = valuesOf(input.user);
  const about = wordsAbout(services, values);
  const accepted =
    input.password === undefined
      ? { passwordHash: null }
      : await acceptedPassword(services.ports.hasher, input.password, { path: 'password', about });
  const now = services.clock.now();
  return context.write(async (tx, change) => {
    checkStanding(context, input.user, null);
    await checkSignInNames(tx, values, { form: 'user.' });
    const row = await saving(change, 'user', null, async () => {
      const times = { joinedAt: now, createdAt: now, updatedAt: now, passwordChangedAt: now };
      const mustChangePassword = input.password !== undefined;
      const first = { mustChangePassword, passwordExpiresAt: expiryOf(now, { mustChangePassword }) };
      const standing = { isActive: input.user.isActive ?? true };
      const [made] = await tx
        .insert(user)
        .values({ ...values, ...times, ...accepted, ...standing, ...first })
        .returning();
      if (!made) throw new Error('the user was not stored');
      return made;
    });
    await finish(context, tx, change, row, input.user);
    change.touched({ entity: 'user', id: row.id, action: 'create', details: { created: row.username } });
    return loadUserRecord(tx, row.id);
  });
}

/** Changes a user who is still as the form showed him. Raises CONFLICT when he is not. */
export function updateUser(
  context: Context,
  input: { id: number; version: number; user: UserForm },
): Promise<UserRecord> {
  const values = valuesOf(input.user);
  return context.write(async (tx, change) => {
    const before = existingUser(tx, input.id);
    if (before.version !== input.version) throw conflict(before.version);
    checkMayManage(tx, callerOf(context), before);
    checkStanding(context, input.user, before);
    await checkSignInNames(tx, values, { own: input.id, form: 'user.' });
    const isActive = input.user.isActive ?? before.isActive;
    const changes = { ...values, isActive, awaitsApproval: before.awaitsApproval && !isActive };
    const row = await store(context, tx, change, { before, changes });
    await finish(context, tx, change, row, input.user);
    await checkAdministratorLeft(tx);
    return loadUserRecord(tx, row.id);
  });
}

/** Lets a user in, or shuts him out from his next call on. */
export function setActive(
  context: Context,
  input: { id: number; version: number },
  isActive: boolean,
): Promise<UserRecord> {
  return context.write(async (tx, change) => {
    const before = existingUser(tx, input.id);
    if (before.version !== input.version) throw conflict(before.version);
    checkMayManage(tx, callerOf(context), before);
    const action = isActive ? 'activate' : 'deactivate';
    await store(context, tx, change, { before, changes: { isActive, awaitsApproval: false }, action });
    await checkAdministratorLeft(tx);
    return loadUserRecord(tx, input.id);
  });
}

type Changes = Partial<Omit<typeof user.$inferInsert, 'id'>>;

/** Stores the changes; when somebody is shut out or let in, his old sessions are void. */
async function store(
  { services }: Context,
  tx: Writer,
  change: Change,
  { before, changes, action = 'update' }: { before: UserRow; changes: Changes; action?: AuditAction },
): Promise<UserRow> {
  const next = { ...before, ...changes };
  const credentialVersion = before.credentialVersion + (next.isActive === before.isActive ? 0 : 1);
  const row = await saving(change, 'user', before.id, async () => {
    const [saved] = await tx
      .update(user)
      .set({ ...changes, credentialVersion, version: before.version + 1, updatedAt: services.clock.now() })
      .where(and(eq(user.id, before.id), eq(user.version, before.version)))
      .returning();
    if (!saved) throw conflict(before.version);
    return saved;
  });
  change.touched({
    entity: 'user',
    id: row.id,
    action,
    details: { changed: changedFields(before, row, AUDITED) },
  });
  return row;
}

async function finish(context: Context, tx: Writer, change: Change, row: UserRow, form: UserForm): Promise<void> {
  await saveLinks(context, tx, change, row.id, form);
  await linkDoctor(context, tx, change, { userId: row.id, doctorId: form.doctorId });
}

/** Standing is granted only by those who have it; shutting out needs its own right. */
function checkStanding(context: Context, form: UserForm, before: UserRow | null): void {
  const actor = callerOf(context);
  const refuse = (key: string) => new Refusal('FORBIDDEN', { sentence: { key } });
  if (form.isSuperuser && !before?.isSuperuser && !actor.isSuperuser) throw refuse('accounts.grantLacking');
  if (form.isStaff && !before?.isStaff && !actor.isStaff && !actor.isSuperuser) throw refuse('accounts.grantLacking');
  const isOther = form.isActive !== undefined && form.isActive !== (before?.isActive ?? true);
  if (isOther && !hasPermission(actor, 'users.delete')) throw refuse('errors.forbidden');
}

/** Makes this the account of that doctor, and of no other; their record changes with it, so that it takes that right, too. */
async function linkDoctor(
  context: Context,
  tx: Writer,
  change: Change,
  { userId, doctorId }: { userId: number; doctorId: number | null },
): Promise<void> {
  const before = await doctorOfUser(tx, userId);
  if ((before?.id ?? null) === doctorId) return;
  if (!hasPermission(callerOf(context), 'doctors.change')) throw new Refusal('FORBIDDEN');
  const next = doctorId === null ? undefined : await getDoctor(tx, doctorId);
  if (doctorId !== null && next?.status !== 'active') throw wrongField('user.doctorId', 'validation.doctorNotActive');
  if (next?.userId) throw wrongField('user.doctorId', 'validation.userLinked');
  const at = { tx, change, now: context.services.clock.now() };
  if (before) await changeRecord(at, doctorStore, before, { userId: null });
  if (next) await changeRecord(at, doctorStore, next, { userId });
}
