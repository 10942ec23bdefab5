import { groups } from './accounts/groups.ts';
import { me } from './accounts/me.ts';
import { permissions } from './accounts/permissions.ts';
import { policy } from './accounts/policy.ts';
import { session } from './accounts/session.ts';
import { accounts } from './accounts/signIn.ts';
import { users } from './accounts/users.ts';
import { admin } from './admin/index.ts';
import { dashboard } from './insight/dashboard.ts';
import { bookmarks } from './people/bookmarks.ts';
import { doctors } from './people/doctors.ts';
import { images } from './people/images.ts';
import { imports } from './people/imports.ts';
import { patients } from './people/patients.ts';
import { photos } from './people/photos.ts';
import { dataFolder } from './system/dataFolder.ts';
import { device } from './system/device.ts';
import { drafts } from './system/drafts.ts';
import { live } from './system/live.ts';
import { mail } from './system/mail.ts';
import { maintenance } from './system/maintenance.ts';
import { pages } from './system/pages.ts';
import { storage } from './system/storage.ts';

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
