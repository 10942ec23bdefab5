/** Run as a program of its own: starts a new clinic and dies without warning where its first start is told to. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [folder = '', moment = ''] = process.argv.slice(2);
const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

/** Dies right after the named call has run on the key file. */
function dieAfter(name: 'closeSync' | 'renameSync'): void {
  const real = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      const result = real(...args);
      die();
      return result;
    },
  });
  syncBuiltinESMExports();
}

const { openDataFolder } = await import('#main/folders/dataFolder.ts');
const { createSignals, migrationSignals } = await import('#main/services/signals.ts');
const signals = createSignals();
if (moment === 'key written') dieAfter('closeSync');
if (moment === 'key named') dieAfter('renameSync');
if (moment === 'database made') signals.connect('preMigrate', die);
if (moment === 'tables made') signals.connect('postMigrate', die);
await openDataFolder(folder, undefined, migrationSignals(signals));
