import { mrnsOf, patientWithMrn } from '#db/queries/people/mrns.ts';
import type { AdminTable } from '../admin/table.ts';
import { groups } from './accounts/groups/admin.ts';
import { settings } from './accounts/policy/admin.ts';
import { sessions } from './accounts/session/admin.ts';
import { signIns } from './accounts/signIn/admin.ts';
import { users } from './accounts/users/admin.ts';
import { doctors } from './people/doctors/admin.ts';
import { doctorsOfUsers } from './people/doctors/ofUsers.ts';
import { images } from './people/images/admin.ts';
import { patients } from './people/patients/admin.ts';
import { audit } from './system/audit/admin.ts';
import { cache } from './system/cache/admin.ts';
import { pageCounts } from './system/pages/admin.ts';
import { requestLog } from './system/requestLog/admin.ts';

/** Every table of the administration, one line each, in the order in which they stand on its first page. */
export const adminTables: readonly AdminTable[] = [
  users(doctorsOfUsers),
  groups,
  sessions,
  signIns,
  doctors,
  patients,
  images,
  cache,
  settings,
  pageCounts,
  audit({ patientWithMrn, mrnsOf }),
  requestLog,
];
