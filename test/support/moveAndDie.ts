/** Run as a program of its own: moves the data and dies without warning right after so many renames. */
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [from = '', to = '', renames = '1'] = process.argv.slice(2);
const real = fsPromises.rename;
let left = Number(renames);
const dieWhenDone = () => {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};
fsPromises.rename = async (...paths) => {
  await real(...paths);
  dieWhenDone();
};
syncBuiltinESMExports();

const { moveDataFolder } = await import('#main/folders/move.ts');
const { fileKeychain } = await import('#main/folders/keychain.ts');
await moveDataFolder(from, to, {
  keychain: fileKeychain,
  keepFolder: () => {
    if (renames === 'kept') process.kill(process.pid, 'SIGKILL');
  },
});
