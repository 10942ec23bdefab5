import { amendUser } from '#db/queries/accounts/users.ts';
import { callerOf } from '#main/call/caller.ts';
import { api } from '#main/pipeline/index.ts';
import { loadMe, meNow } from './load.ts';
import { saveProfile, saveUser } from './save.ts';
import { confirmSecondFactor, disableSecondFactor, enrolSecondFactor, replaceRecoveryCodes } from './secondFactor.ts';

const { me: procedures } = api;

export const handlers = {
  get: procedures.get.handler(({ context }) => loadMe(context)),
  updateUser: procedures.updateUser.handler(({ context, input }) => saveUser(context, input)),
  updateProfile: procedures.updateProfile.handler(({ context, input }) => saveProfile(context, input)),
  updatePreferences: procedures.updatePreferences.handler(async ({ context, input }) => {
    const { id } = callerOf(context);
    await context.write(async (tx, change) => {
      if (Object.keys(input).length > 0) await amendUser(tx, id, input);
      change.touched({ entity: 'user', id, action: 'update', details: { preferences: 'changed' } });
    });
    return meNow(context);
  }),
  enrolSecondFactor: procedures.enrolSecondFactor.handler(({ context }) => enrolSecondFactor(context)),
  confirmSecondFactor: procedures.confirmSecondFactor.handler(({ context, input }) =>
    confirmSecondFactor(context, input.code),
  ),
  disableSecondFactor: procedures.disableSecondFactor.handler(async ({ context }) => {
    await disableSecondFactor(context);
    return {};
  }),
  forgetDevice: procedures.forgetDevice.handler(async ({ context }) => {
    const { id } = callerOf(context);
    context.services.rememberedDevice.forget(id);
    await context.write(async (_tx, change) =>
      change.touched({ entity: 'user', id, action: 'update', details: { computer: 'forgotten' } }),
    );
    return {};
  }),
  newRecoveryCodes: procedures.newRecoveryCodes.handler(({ context }) => replaceRecoveryCodes(context)),
};
