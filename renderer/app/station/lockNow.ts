import { client } from '#renderer/client.ts';
import { saveDraftsNow } from '../forms/drafts.ts';
import { showProblem } from '../notices.tsx';
import { refreshSession } from '../query.ts';
import { keepPlace } from './place.ts';

/** Locks the window at once; what was being typed and where is kept by main. */
export async function lockNow(): Promise<void> {
  try {
    await saveDraftsNow();
    await keepPlace();
    await client.accounts.lock();
  } catch (error) {
    showProblem(error);
  }
  await refreshSession();
}
