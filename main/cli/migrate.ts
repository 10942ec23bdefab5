import { inspectMigrations, type MigrationState } from '#db/index.ts';
import { databaseFile } from '#main/folders/places.ts';
import { migrationsFolder } from '#main/root.ts';
import { translate } from '#main/texts.ts';
import { existingFolder, withBackend, withKey } from './openBackend.ts';
import { type CommonOptions, command, print } from './output.ts';

interface Options extends CommonOptions {
  check?: boolean;
}

export const migrateCommand = command('migrate').option('--check', translate('cli.migrate.check')).action(migrate);

async function migrate(options: Options): Promise<void> {
  const folder = existingFolder(options.data);
  const { applied, pending } = await withKey<MigrationState>(folder, (key) =>
    inspectMigrations(databaseFile(folder), key, migrationsFolder),
  );
  if (options.check) {
    if (pending.length > 0) process.exitCode = 1;
    return print(options, { applied, pending }, () => words('pending', pending));
  }
  // Opening brings the database to this program's version; that is all there is to it.
  await withBackend(folder, async () => undefined);
  print(options, { applied: pending }, () => words('applied', pending));
}

const words = (what: 'pending' | 'applied', names: string[]) =>
  translate(names.length > 0 ? `cli.migrate.${what}` : 'cli.migrate.none', { names: names.join(', ') });
