import { type Inspection, inspectDatabase } from '#db/index.ts';
import { databaseFile } from '#main/folders/places.ts';
import { migrationsFolder } from '#main/root.ts';
import { problemsOf } from '#main/services/databaseCheck.ts';
import { translate } from '#main/texts.ts';
import { existingFolder, withKey } from './openBackend.ts';
import { type CommonOptions, command, print } from './output.ts';

export const checkCommand = command('check').action(check);

/** Looks through a data folder without changing anything; exit code 1 when something is wrong with it. */
async function check(options: CommonOptions): Promise<void> {
  const folder = existingFolder(options.data);
  const found = await withKey<Inspection>(folder, (key) =>
    inspectDatabase(databaseFile(folder), key, migrationsFolder),
  );
  const problems = problemsOf(found).map(({ key, params }) => translate(key, params));
  if (problems.length > 0) process.exitCode = 1;
  const { pending } = found.migrations;
  print(options, { ok: problems.length === 0, ...found.counts, pending, problems }, () =>
    [
      ...(found.counts ? [translate('cli.check.counts', { ...found.counts })] : []),
      ...(problems.length > 0 ? problems : [translate('cli.check.ok')]),
    ].join('\n'),
  );
}
