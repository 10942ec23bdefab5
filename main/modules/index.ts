import { api } from '#main/pipeline/index.ts';
import { admin } from '../admin/handlers.ts';
import { groups } from './accounts/groups/index.ts';
import { me } from './accounts/me/index.ts';
import { permissions } from './accounts/permissions.ts';
import { policy } from './accounts/policy/index.ts';
import { session } from './accounts/session/index.ts';
import { accounts } from './accounts/signIn/index.ts';
import { users } from './accounts/users/index.ts';
import { dashboard } from './insight/dashboard/index.ts';
import { bookmarks } from './people/bookmarks.ts';
import { doctors } from './people/doctors/index.ts';
import { doctorsOfUsers } from './people/doctors/ofUsers.ts';
import { images } from './people/images/index.ts';
import { imports } from './people/imports/index.ts';
import { patients } from './people/patients/index.ts';
import { photos } from './people/photos/index.ts';
import { dataFolder } from './system/dataFolder.ts';
import { device } from './system/device.ts';
import { drafts } from './system/drafts.ts';
import { live } from './system/live.ts';
import { mail } from './system/mail.ts';
import { maintenance } from './system/maintenance.ts';
import { pages } from './system/pages/index.ts';
import { storage } from './system/storage.ts';

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
  users: users(doctorsOfUsers),
});
