import { api } from '#main/pipeline/index.ts';
import { accounts } from './accounts/index.ts';
import { admin } from './admin/index.ts';
import { bookmarks } from './bookmarks.ts';
import { dashboard } from './dashboard/index.ts';
import { dataFolder } from './dataFolder.ts';
import { device } from './device.ts';
import { doctors } from './doctors/index.ts';
import { drafts } from './drafts.ts';
import { groups } from './groups/index.ts';
import { images } from './images/index.ts';
import { imports } from './imports.ts';
import { live } from './live.ts';
import { mail } from './mail.ts';
import { maintenance } from './maintenance.ts';
import { me } from './me/index.ts';
import { pages } from './pages.ts';
import { patients } from './patients/index.ts';
import { permissions } from './permissions.ts';
import { photos } from './photos/index.ts';
import { policy } from './policy/index.ts';
import { session } from './session.ts';
import { storage } from './storage.ts';
import { users } from './users/index.ts';

/** Every handler, one line a module. One that is missing does not compile. */
export const router = api.router({
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
});
