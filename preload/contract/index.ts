import { accounts } from './accounts.ts';
import { admin } from './admin/index.ts';
import { bookmarks } from './bookmarks.ts';
import { dashboard } from './dashboard.ts';
import { dataFolder } from './dataFolder.ts';
import { device } from './device.ts';
import { doctors } from './doctors.ts';
import { drafts } from './drafts.ts';
import { groups } from './groups.ts';
import { images } from './images.ts';
import { imports } from './imports.ts';
import { live } from './live.ts';
import { mail } from './mail.ts';
import { maintenance } from './maintenance.ts';
import { me } from './me.ts';
import { pages } from './pages.ts';
import { patients } from './patients.ts';
import { permissions } from './permissions.ts';
import { photos } from './photos.ts';
import { policy } from './policy.ts';
import { session } from './session.ts';
import { storage } from './storage.ts';
import { users } from './users.ts';

/** Everything that can be called, one line a module. */
export const contract = {
  accounts,
  admin,
  bookmarks,
  dashboard,
  dataFolder,
  device,
  doctors,
  drafts,
  groups,
  images,
  imports,
  live,
  mail,
  maintenance,
  me,
  pages,
  patients,
  permissions,
  photos,
  policy,
  session,
  storage,
  users,
};
export type Contract = typeof contract;
