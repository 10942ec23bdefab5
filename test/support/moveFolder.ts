/** Run as a program of its own, to be watched: moves a data folder and says when the new one is the one to be opened. */

import { fileKeychain } from '#main/folders/keychain.ts';
import { moveDataFolder } from '#main/folders/move.ts';

const [from = '', to = ''] = process.argv.slice(2);
await moveDataFolder(from, to, {
  keychain: fileKeychain,
  keepFolder: () => void process.stdout.write('kept\n'),
});
