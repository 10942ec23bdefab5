import type { InferContractRouterInputs } from '@orpc/contract';
import type { AccountPolicy } from '#contract/accounts/policy.ts';
import type { Contract } from '#contract/index.ts';
import type { startClinic, TestBackend } from './backend.ts';

type Clinic = Awaited<ReturnType<typeof startClinic>>;
type UserForm = InferContractRouterInputs<Contract>['users']['create']['user'];

/** Good enough for everybody in tests. */
export const PASSWORD = 'copper-meadow-violin-77';
export const OTHER_PASSWORD = 'granite-sailing-teapot-31';
const FIRST_PASSWORD = 'temporary-orchid-bridge-58';

/** The numbers of the groups that a new clinic has. */
export const GROUPS = { administrators: 1, doctors: 2, reception: 3, billing: 4, readOnly: 5 };

/** A form that says only what matters to the test. */
export const userForm = (username: string, form: Partial<UserForm> = {}): UserForm => ({
  username,
  givenName: username,
  familyName: 'Tester',
  ...form,
});

/** A user with a password of their own (`PASSWORD`), signed in at a station of their own. */
export async function hire({ admin, backend }: Clinic, username: string, form: Partial<UserForm> = {}) {
  const { id } = await admin.users.create({ user: userForm(username, form), password: FIRST_PASSWORD });
  const place = backend.station();
  await place.client.accounts.signIn({ username, password: FIRST_PASSWORD });
  await place.client.accounts.changePassword({ oldPassword: FIRST_PASSWORD, newPassword: PASSWORD });
  return { ...place, id, username };
}

/** Changes rules of signing in; those that are not named stay as they are. */
export async function setRules(admin: Clinic['admin'], changes: Partial<AccountPolicy>): Promise<void> {
  const { policy, version } = await admin.policy.get();
  await admin.policy.update({ version, policy: { ...policy, ...changes } });
}

/** The same user once more, elsewhere. */
export async function signedIn(backend: TestBackend, username: string, password = PASSWORD) {
  const place = backend.station();
  await place.client.accounts.signIn({ username, password });
  return place;
}

/** The code of what a call was refused with, or `ok`. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: { code?: string }) => error.code ?? 'no code',
  );
