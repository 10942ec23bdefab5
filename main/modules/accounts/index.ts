import { api } from '#main/pipeline/index.ts';
import { judgePassword } from '#main/services/passwords.ts';
import { setUp } from './setup.ts';
import { signIn, signOut } from './signIn.ts';
import { start } from './start.ts';
import { forgetTile } from './tiles.ts';

const { accounts: procedures } = api;

export const accounts = {
  start: procedures.start.handler(({ context }) => start(context)),
  passwordStrength: procedures.passwordStrength.handler(({ context, input }) =>
    judgePassword(input.password, [...input.about, context.services.settings.get('clinicName')]),
  ),
  setup: procedures.setup.handler(({ context, input }) => setUp(context, input)),
  signIn: procedures.signIn.handler(({ context, input }) => signIn(context, input)),
  signOut: procedures.signOut.handler(async ({ context }) => {
    await signOut(context);
    return {};
  }),
  forgetTile: procedures.forgetTile.handler(({ context, input }) => {
    forgetTile(context.services.ports.device, input.username);
    return {};
  }),
};
