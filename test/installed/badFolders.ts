import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desktop, type Screen } from './desktop.ts';
import { check } from './report.ts';

/** Folders that cannot be opened: one screen that says what to do, from which one can leave. */
export async function checkBadFolders(screen: Screen, home: string): Promise<void> {
  const damaged = join(home, 'damaged');
  mkdirSync(damaged);
  writeFileSync(join(damaged, 'clinic.db'), Buffer.alloc(8192, 7));
  for (const [name, folder] of [
    ['no-rights', '/sys/clinic'],
    ['lost-key', damaged],
  ] as const) {
    const desktop = new Desktop(screen, home, [`--data=${folder}`]);
    await desktop.dialog();
    await desktop.look(name);
    await desktop.press('Escape');
    check(`${name}: the question can be left`, await desktop.ended(), 1);
  }
}
