import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';

/** Rules of the house that lint holds: each is broken here once, in an empty house with the same rules. */

const biome = join(dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')), 'bin', 'biome');
let house: string;
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'clinic-lint-'));
  copyFileSync(join(programRoot, 'biome.json'), join(house, 'biome.json'));
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

/** What lint says of a file with this text. */
function lint(file: string, text: string): string {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
  const words = [biome, 'lint', '--colors=off', file];
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: house, encoding: 'utf8' });
  expect(stdout).toContain('Checked 1 file');
  return stdout + stderr;
}

describe('raw IPC', () => {
  it.each([
    "import { ipcMain } from 'electron';\nipcMain.on('x', () => undefined);\n",
    "import { app, ipcMain as other } from 'electron';\nother.on(app.name, () => undefined);\n",
    "import * as electron from 'electron';\nelectron.ipcMain.on('x', () => undefined);\n",
    "import electron from 'electron';\nelectron.ipcMain.on('x', () => undefined);\n",
  ])('is refused by lint: %j', (text) => {
    for (const file of ['main/hosts/electron/menu.ts', 'main/index.ts'])
      expect(lint(file, text)).toContain('noRestrictedImports');
  });

  it('is allowed where who sends is checked', () => {
    const text = "import { ipcMain } from 'electron';\nipcMain.on('x', () => undefined);\n";
    expect(lint('main/hosts/electron/ports.ts', text)).not.toContain('noRestrictedImports');
  });
});

describe('a promise that nobody waits for', () => {
  const database = `export interface Database {
  write(changes: () => Promise<number>): Promise<number>;
}
export async function deletePatient(id: number): Promise<boolean> {
  return id > 0;
}
`;

  beforeEach(() => {
    lint('db/patients.ts', database);
  });

  it.each([
    'deletePatient(1);',
    'db.write(async () => 1);',
    'await db.write(async () => {\n    deletePatient(1);\n    return 1;\n  });',
    'for (const id of [1, 2]) deletePatient(id);',
  ])('is refused by lint: %s', (line) => {
    expect(lint('main/save.ts', saving(line))).toContain('noFloatingPromises');
  });

  it.each([
    'await deletePatient(1);',
    'void deletePatient(1);',
    'return db.write(() => deletePatient(1).then(Number));',
  ])('is not one where it is awaited, returned or said to be let go: %s', (line) => {
    expect(lint('main/save.ts', saving(line))).not.toContain('noFloatingPromises');
  });

  const saving = (line: string) => `import { type Database, deletePatient } from '../db/patients.ts';

export async function save(db: Database): Promise<unknown> {
  ${line}
  return db;
}
`;
});
