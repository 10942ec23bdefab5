import { storageProblem } from '#db/index.ts';
import type { Answer, AuthBackend, BackendName, BackendNeeds, Credentials } from './backend.ts';
import { ldapBackend } from './ldap.ts';
import { passwordBackend } from './password.ts';
import { siteBackend } from './site.ts';

export type { Answer, AuthBackend, BackendNeeds, Credentials } from './backend.ts';
export { backendNeeds } from './backend.ts';
export { NOBODY } from './password.ts';

/** Every backend there is; which are asked, and in which order, the settings say. */
export const authBackends: Record<BackendName, AuthBackend> = {
  password: passwordBackend,
  ldap: ldapBackend,
  site: siteBackend,
};

/** Asks one backend after another: the first yes wins, a denial ends it, and one that fails is passed over. Raises what storage raises. */
export async function authenticate(
  needs: BackendNeeds,
  credentials: Credentials,
  backends: Record<BackendName, AuthBackend> = authBackends,
): Promise<Answer> {
  for (const name of needs.settings.get('accounts').backends) {
    const answer = await ask(backends[name], needs, credentials);
    if (answer.verdict !== 'no') return answer;
  }
  return { verdict: 'no' };
}

async function ask(backend: AuthBackend, needs: BackendNeeds, credentials: Credentials): Promise<Answer> {
  try {
    return await backend.authenticate(needs, credentials);
  } catch (error) {
    // A disk that fails says nothing about anybody's password.
    if (storageProblem(error)) throw error;
    // Only what kind of error: messages of directories repeat what they were sent.
    const kind = error instanceof Error ? error.name : typeof error;
    needs.log.error({ backend: backend.name, error: kind }, 'authentication backend failed');
    return { verdict: 'no' };
  }
}
