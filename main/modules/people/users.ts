import { plainName } from '#contract/ground/names.ts';
import { getUser } from '#db/queries/accounts/users.ts';
import { users as adminOf } from '#main/modules/accounts/users/admin.ts';
import { users } from '#main/modules/accounts/users/index.ts';
import { shownBy } from '#main/records/shown.ts';
import { doctorsOfUsers } from './doctors/ofUsers.ts';

/** The module of users, told who of them is a doctor: it lies below people and cannot ask by itself. */
export const handlers = users(doctorsOfUsers);
export const admin = adminOf(doctorsOfUsers);
export const shown = shownBy('user', getUser, (row) => ({
  name: plainName(row),
  detail: row.username,
  pictureId: row.photoId,
}));
