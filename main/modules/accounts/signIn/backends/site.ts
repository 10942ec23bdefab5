import type { AuthBackend } from './backend.ts';

/**
 * The place for a site's own way of signing in: ask whatever knows the people of this site and answer `yes` with the
 * id of the local user (see `ldap.ts` and `directoryUser.ts` for how one is made), `no`, or `denied`. It takes part as
 * soon as `site` stands in the clinic's list of backends.
 */
export const siteBackend: AuthBackend = {
  name: 'site',
  authenticate: async () => ({ verdict: 'no' }),
};
