import { api } from '#main/pipeline/index.ts';
import { accounts } from './accounts/index.ts';
import { live } from './live.ts';

/** Every handler, one line a module. One that is missing does not compile. */
export const router = api.router({ accounts, live });
