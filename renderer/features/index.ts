import { root } from '#renderer/app/root.ts';
import { groups } from './accounts/groups/feature.ts';
import { me } from './accounts/me/feature.ts';
import { session } from './accounts/session/feature.ts';
import { signIn } from './accounts/signIn/feature.ts';
import { users } from './accounts/users/feature.ts';
import { admin } from './admin/feature.ts';
import { dashboard } from './insight/dashboard/feature.ts';
import { bookmarks } from './people/bookmarks/feature.ts';
import { doctors } from './people/doctors/feature.ts';
import { images } from './people/images/feature.ts';
import { imports } from './people/imports/feature.ts';
import { patients } from './people/patients/feature.ts';
import { audit } from './system/audit/feature.ts';
import { cache } from './system/cache/feature.ts';
import { maintenance } from './system/maintenance/feature.ts';
import { pages } from './system/pages/feature.ts';
import { requestLog } from './system/requestLog/feature.ts';
import { settings } from './system/settings/feature.ts';

/** Every feature, area by area; what several of them offer stands in this order. */
export const features = [
  admin,
  settings,
  maintenance,
  cache,
  pages,
  audit,
  requestLog,
  signIn,
  me,
  users,
  groups,
  session,
  patients,
  doctors,
  images,
  bookmarks,
  imports,
  dashboard,
];

type AnyPage = (typeof features)[number]['routes'][number];

/** Every page and its address; links to them are checked against it. */
export const routeTree = root.addChildren(features.flatMap(({ routes }): AnyPage[] => routes));
