import { type ProfileForm, profileForm } from '#contract/accounts/me.ts';
import {
  getProfile,
  insertProfile,
  type NewProfile,
  type Profile,
  updateProfile,
} from '#db/queries/accounts/profiles.ts';
import type { RecordStore } from '#main/records/save.ts';

/** How profiles are kept, each under the id of its user. */
export const profileStore: RecordStore<Profile, Omit<NewProfile, 'createdAt' | 'updatedAt'>> = {
  kind: 'profile',
  told: Object.keys(profileForm.shape) as Array<keyof ProfileForm>,
  get: getProfile,
  insert: insertProfile,
  update: updateProfile,
};
