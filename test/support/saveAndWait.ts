/**
 * Run as a program of its own, to be killed: saves people one by one after a large change that is taken back again, and
 * leaves a change half done. What the taken back one left in the log is longer than what came after it.
 */
import { connect } from '#db/sqlite/connection.ts';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { addPatient } from './database.ts';

const [folder = ''] = process.argv.slice(2);
const { db, key } = await openDataFolder(folder);

/** Larger than what may stay in memory, so that it goes to the log before it is known whether it is kept. */
function spill(end: 'rollback' | null): void {
  const { sqlite } = connect(db.file, key, { autoCheckpoint: false });
  sqlite.pragma('cache_size = 10');
  sqlite.exec('begin');
  const write = sqlite.prepare('insert into setting (key, value) values (?, ?)');
  for (let at = 0; at < 400; at += 1) write.run(`spilled ${at}`, JSON.stringify('x'.repeat(3_000)));
  if (end) sqlite.exec(end);
}

spill('rollback');
for (let at = 0; at < 5; at += 1)
  await db.write(async (tx) => void addPatient(tx, { familyName: `Saved${at}`, notes: 'n'.repeat(500) }));
if (process.argv[3] === 'half') spill(null);
process.stdout.write('saved\n');
setInterval(() => undefined, 1_000);
