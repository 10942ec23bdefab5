import { audit } from './audit.ts';
import { cache } from './cache.ts';
import { doctors } from './doctors.ts';
import { groups } from './groups.ts';
import { images } from './images.ts';
import { pageCounts } from './pageCounts.ts';
import { patients } from './patients.ts';
import { requestLog } from './requestLog.ts';
import { sessions } from './sessions.ts';
import { settings } from './settings.ts';
import { signIns } from './signIns.ts';
import type { AdminTable } from './table.ts';
import { users } from './users.ts';

/** Every table of the administration, one line each, in the order in which they stand on its first page. */
export const adminTables: readonly AdminTable[] = [
  users,
  groups,
  sessions,
  signIns,
  doctors,
  patients,
  images,
  cache,
  settings,
  pageCounts,
  audit,
  requestLog,
];
