import { api } from '#main/pipeline/index.ts';
import { accounts } from './accounts/index.ts';
import { doctors } from './doctors/index.ts';
import { imports } from './imports.ts';
import { live } from './live.ts';
import { patients } from './patients/index.ts';
import { photos } from './photos/index.ts';

/** Every handler, one line a module. One that is missing does not compile. */
export const router = api.router({ accounts, doctors, imports, live, patients, photos });
