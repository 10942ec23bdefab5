import { tidyUp } from '#main/services/tidy.ts';
import { translate } from '#main/texts.ts';
import { existingFolder, withBackend } from './openBackend.ts';
import { type CommonOptions, command, print } from './output.ts';

export const clearSessionsCommand = command('clearsessions').action(clearSessions);

/** Removes the sessions that have ended from whatever store the clinic keeps them in, and what else is over with them. */
async function clearSessions(options: CommonOptions): Promise<void> {
  const { sessions: removed } = await withBackend(existingFolder(options.data), ({ services }) => tidyUp(services));
  print(options, { removed }, () => translate('cli.clearsessions.done', { count: removed }));
}
