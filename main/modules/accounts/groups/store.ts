import {
  type Group,
  getGroup,
  groupMadeBy,
  insertGroup,
  type NewGroup,
  updateGroup,
} from '#db/queries/accounts/groups.ts';
import type { RecordStore } from '#main/records/save.ts';

/** How groups are kept; their permissions are links, saved beside them. */
export const groupStore: RecordStore<Group, Omit<NewGroup, 'createdAt' | 'updatedAt'>> = {
  kind: 'group',
  told: ['name', 'startPage'],
  get: getGroup,
  made: groupMadeBy,
  insert: insertGroup,
  update: updateGroup,
};
