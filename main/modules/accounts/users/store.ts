import { type AccountForm, accountForm } from '#contract/accounts/me.ts';
import { getUser, insertUser, type NewUser, type User, updateUser, userMadeBy } from '#db/queries/accounts/users.ts';
import type { RecordStore } from '#main/records/save.ts';

/** How users are kept; their groups and single permissions are links, saved beside them. */
export const userStore: RecordStore<User, Omit<NewUser, 'createdAt' | 'updatedAt'>> = {
  kind: 'user',
  told: [...(Object.keys(accountForm.shape) as Array<keyof AccountForm>), 'isStaff', 'isSuperuser', 'isActive'],
  get: getUser,
  made: userMadeBy,
  insert: insertUser,
  update: updateUser,
};
