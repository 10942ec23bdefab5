import { findAccount } from '#main/services/users.ts';
import type { AuthBackend } from './backend.ts';

/** A hash nobody's password fits: checked for unknown names, so that they cost what known ones cost. */
export const NOBODY =
  '$argon2id$v=19$m=65536,p=4,t=3$kML3OofaKot0qhWqvoePFA$Y52fZVxQ+dRce9KFGGuXPPTHGnZ+2LDTmP2mkMH07gc';

/** The passwords kept here, by username or e-mail. Unknown, inactive and passwordless accounts cost one hash like any other. */
export const passwordBackend: AuthBackend = {
  name: 'password',
  async authenticate({ db, hasher }, { username, password }) {
    const found = await findAccount(db, username);
    const hash = found?.isActive ? found.passwordHash : null;
    const matches = await hasher.verify(hash ?? NOBODY, password);
    if (!found || !hash || !matches) return { verdict: 'no' };
    return { verdict: 'yes', userId: found.id, outdated: hasher.isOutdated(hash) };
  },
};
