import { plainName } from '#contract/ground/names.ts';
import { api } from '#main/pipeline/index.ts';
import { shownBy } from '#main/records/shown.ts';
import { signInsOf } from '#main/services/signInHistory.ts';
import { userRowById } from '#main/services/users.ts';
import { toSessionRows } from '../session/index.ts';
import { endSessions, issueResetCode, resetSecondFactor, setPassword } from './credentials.ts';
import { existingUser, listUserChoices, listUsers, loadUserRecord } from './load.ts';
import { createUser, setActive, updateUser } from './save.ts';

export { admin } from './admin.ts';

export const shown = shownBy(
  'user',
  async (reader, id) => userRowById(reader, id),
  (row) => ({ name: plainName(row), detail: row.username, pictureId: row.photoId }),
);

const { users: procedures } = api;

export const handlers = {
  list: procedures.list.handler(({ context, input }) => context.services.db.read((reader) => listUsers(reader, input))),
  choices: procedures.choices.handler(({ context, input }) =>
    context.services.db.read((reader) => listUserChoices(reader, input.text)),
  ),
  get: procedures.get.handler(({ context, input }) =>
    context.services.db.read((reader) => loadUserRecord(reader, input.id)),
  ),
  create: procedures.create.handler(({ context, input }) => createUser(context, input)),
  update: procedures.update.handler(({ context, input }) => updateUser(context, input)),
  deactivate: procedures.deactivate.handler(async ({ context, input }) => {
    const record = await setActive(context, input, false);
    await context.services.sessions.endAll(input.id);
    return record;
  }),
  activate: procedures.activate.handler(({ context, input }) => setActive(context, input, true)),
  setPassword: procedures.setPassword.handler(async ({ context, input }) => {
    await setPassword(context, input);
    return {};
  }),
  issueResetCode: procedures.issueResetCode.handler(({ context, input }) => issueResetCode(context, input.id)),
  resetSecondFactor: procedures.resetSecondFactor.handler(({ context, input }) => resetSecondFactor(context, input.id)),
  sessionsOf: procedures.sessionsOf.handler(async ({ context, input }) => {
    await context.services.db.read(async (reader) => existingUser(reader, input.id));
    const found = await context.services.sessions.listOf(input.id);
    return toSessionRows(found, context.session?.idHash ?? null);
  }),
  endSessions: procedures.endSessions.handler(({ context, input }) => endSessions(context, input.id)),
  signInHistory: procedures.signInHistory.handler(({ context, input: { id, ...page } }) =>
    signInsOf(context.services.db, id, page),
  ),
};
