import { signInsOf } from '#db/queries/accounts/signIns.ts';
import { api } from '#main/pipeline/index.ts';
import { toSessionRows } from '../session/index.ts';
import { endSessions, issueResetCode, resetSecondFactor, setPassword } from './credentials.ts';
import type { DoctorsOfUsers } from './doctors.ts';
import { existingUser, listUserChoices, listUsers, loadUserRecord } from './load.ts';
import { createUser, setActive, updateUser } from './save.ts';

const { users: procedures } = api;

/** The handlers; of doctors they know what they are handed. */
export const users = (doctors: DoctorsOfUsers) => ({
  list: procedures.list.handler(({ context, input }) => context.services.db.read((reader) => listUsers(reader, input))),
  choices: procedures.choices.handler(({ context, input }) =>
    context.services.db.read((reader) => listUserChoices(reader, input.text, doctors)),
  ),
  get: procedures.get.handler(({ context, input }) =>
    context.services.db.read((reader) => loadUserRecord(reader, input.id, doctors)),
  ),
  create: procedures.create.handler(({ context, input }) => createUser(context, input, doctors)),
  update: procedures.update.handler(({ context, input }) => updateUser(context, input, doctors)),
  deactivate: procedures.deactivate.handler(async ({ context, input }) => {
    const record = await setActive(context, input, false, doctors);
    await context.services.sessions.endAll(input.id);
    return record;
  }),
  activate: procedures.activate.handler(({ context, input }) => setActive(context, input, true, doctors)),
  setPassword: procedures.setPassword.handler(async ({ context, input }) => {
    await setPassword(context, input);
    return {};
  }),
  issueResetCode: procedures.issueResetCode.handler(({ context, input }) => issueResetCode(context, input.id)),
  resetSecondFactor: procedures.resetSecondFactor.handler(({ context, input }) =>
    resetSecondFactor(context, input.id, doctors),
  ),
  sessionsOf: procedures.sessionsOf.handler(async ({ context, input }) => {
    await context.services.db.read((reader) => existingUser(reader, input.id));
    const found = await context.services.sessions.listOf(input.id);
    return toSessionRows(found, context.session?.idHash ?? null);
  }),
  endSessions: procedures.endSessions.handler(({ context, input }) => endSessions(context, input.id)),
  signInHistory: procedures.signInHistory.handler(({ context, input: { id, ...page } }) =>
    context.services.db.read((reader) => signInsOf(reader, id, page)),
  ),
});
