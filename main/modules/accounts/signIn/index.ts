import { api } from '#main/pipeline/index.ts';
import { onlyNewest } from '#main/services/onlyNewest.ts';
import { forgetRecentUser } from '#main/services/recentUsers.ts';
import { changePassword } from './changePassword.ts';
import { confirmPassword, lock, unlock } from './lock.ts';
import { passwordStrength } from './passwordStrength.ts';
import { register } from './register.ts';
import { requestReset } from './requestReset.ts';
import { resetPassword } from './resetPassword.ts';
import { secondFactor } from './secondFactor.ts';
import { setUp } from './setup.ts';
import { signIn, signOut } from './signIn.ts';
import { start } from './start.ts';

export { admin } from './admin.ts';

const { accounts: procedures } = api;

const asked = onlyNewest();

export const handlers = {
  start: procedures.start.handler(({ context }) => start(context)),
  passwordStrength: procedures.passwordStrength.handler(({ context, input }) =>
    asked(context.connection, () => passwordStrength(context, input)),
  ),
  setup: procedures.setup.handler(({ context, input }) => setUp(context, input)),
  signIn: procedures.signIn.handler(({ context, input }) => signIn(context, input)),
  secondFactor: procedures.secondFactor.handler(({ context, input }) => secondFactor(context, input)),
  signOut: procedures.signOut.handler(async ({ context }) => {
    await signOut(context);
    return {};
  }),
  lock: procedures.lock.handler(async ({ context }) => {
    await lock(context);
    return {};
  }),
  unlock: procedures.unlock.handler(({ context, input }) => unlock(context, input.password)),
  activity: procedures.activity.handler(async ({ context }) => {
    const { services, connection, session } = context;
    if (session) await services.sessions.active(connection.station, session);
    return {};
  }),
  confirmPassword: procedures.confirmPassword.handler(({ context, input }) => confirmPassword(context, input.password)),
  changePassword: procedures.changePassword.handler(({ context, input }) => changePassword(context, input)),
  requestReset: procedures.requestReset.handler(({ context, input }) => requestReset(context, input)),
  resetPassword: procedures.resetPassword.handler(({ context, input }) => resetPassword(context, input)),
  register: procedures.register.handler(({ context, input }) => register(context, input)),
  forgetRecentUser: procedures.forgetRecentUser.handler(({ context, input }) => {
    forgetRecentUser(context.services.ports.device, input.username);
    return {};
  }),
};
