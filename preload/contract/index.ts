import { accounts } from './accounts.ts';
import { doctors } from './doctors.ts';
import { imports } from './imports.ts';
import { live } from './live.ts';
import { patients } from './patients.ts';
import { photos } from './photos.ts';

/** Everything that can be called, one line a module. */
export const contract = { accounts, doctors, imports, live, patients, photos };
export type Contract = typeof contract;
