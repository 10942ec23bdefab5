import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';
import { COMPUTED, filesOf, type Import, importsIn, importsOf, sourcesOf } from './support/imports.ts';

const imports = importsOf('main', 'db', 'preload', 'renderer');

const from = (room: string) => imports.filter(({ file }) => file.startsWith(room));
const offending = (list: Import[], isAllowed: (target: string, file: string) => boolean) =>
  list.filter(({ target, file }) => !isAllowed(target, file)).map(({ file, target }) => `${file} → ${target}`);
const codeOf = (file: string) =>
  readFileSync(join(programRoot, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
/** Readers and writers are handed from query to query; only those ask them anything. */
const isQuery =
  /\b(r|tx|[a-z]*[rR]eader|[a-z]*[wW]riter)\s*\.\s*(select(Distinct)?|insert|update|delete|with|query|\$count)\b/;
const isOurs = (target: string) => /^(main|db|preload|renderer|assets|test|scripts)\//.test(target);

describe('the house', () => {
  it('has sources to look at', () => expect(imports.length).toBeGreaterThan(200));

  it('is written in one language, so that no file escapes these rules', () => {
    const files = ['main', 'db', 'preload', 'renderer'].flatMap(filesOf);
    expect(files.filter((file) => !/\.(tsx?|css|html|sql|json)$/.test(file))).toEqual([]);
  });

  it('says at once whom a file knows: no place is put together, and none loaded beside the imports', () => {
    expect(imports.filter(({ target }) => target === COMPUTED)).toEqual([]);
    const loading = ['main', 'db', 'preload', 'renderer']
      .flatMap(sourcesOf)
      .filter((file) => /\bcreateRequire\b|\brequire\(|import\.meta\.glob/.test(codeOf(file)));
    // The texts: one file for each module, of whichever there are.
    expect(loading).toEqual(['renderer/app/i18n.ts']);
  });

  it.each([
    ["import { a } from /* by the way */ './a.ts';", 'db/a.ts'],
    ["export * from './b.ts';", 'db/b.ts'],
    ["const c = await import(/* later */ './c.ts');", 'db/c.ts'],
    ['const d = await import(`./d.ts`);', 'db/d.ts'],
    ['const e = await import(`./$' + '{name}.ts`);', COMPUTED],
    ["type F = import('./f.ts').F;", 'db/f.ts'],
    ["import './g.css';", 'db/g.css'],
  ])('finds what is imported by %s', (text, target) => {
    expect(importsIn('db/x.ts', text)).toEqual([{ file: 'db/x.ts', target }]);
  });

  it('lets the contract know nothing of ours', () => {
    expect(
      offending(from('preload/contract/'), (target) => !isOurs(target) || target.startsWith('preload/contract/')),
    ).toEqual([]);
  });

  it('lets the database know nothing of ours', () => {
    expect(offending(from('db/'), (target) => !isOurs(target) || target.startsWith('db/'))).toEqual([]);
  });

  it('lets main know contract and database only, and of that its front, its queries and what needs no database', () => {
    const allowed = /^(main\/|preload\/contract\/|db\/(index\.ts$|queries\/|search\/|demo\/|tools\/))/;
    expect(offending(from('main/'), (target) => !isOurs(target) || allowed.test(target))).toEqual([]);
  });

  it('lets the page know the contract only', () => {
    const allowed = /^(renderer|preload\/contract|assets)\//;
    expect(offending(from('renderer/'), (target) => !isOurs(target) || allowed.test(target))).toEqual([]);
  });

  it('keeps Electron in its rooms', () => {
    const rooms = /^(main\/hosts\/electron\/|main\/index\.ts$|preload\/index\.ts$)/;
    const electron = imports.filter(({ target }) => target === 'electron' || target === 'electron-store');
    expect(electron.length).toBeGreaterThan(5);
    expect(offending(electron, (_target, file) => rooms.test(file))).toEqual([]);
  });

  it('lets hosts reach records through calls alone', () => {
    const door = /^(main\/modules|db\/(queries|schema))\//;
    expect(offending(from('main/hosts/'), (target) => !door.test(target))).toEqual([]);
  });

  it('lets no dialog of the system hold up main', () => {
    const waiting = sourcesOf('main').filter((file) =>
      /\bshow\w+Sync\b/.test(readFileSync(join(programRoot, file), 'utf8')),
    );
    expect(waiting).toEqual([]);
  });

  it('keeps raw IPC in one file', () => {
    const users = sourcesOf('main').filter((file) =>
      /\bipcMain\b|\.ipc\b/.test(readFileSync(join(programRoot, file), 'utf8')),
    );
    expect(users).toEqual(['main/hosts/electron/ports.ts']);
  });

  it('keeps Node out of page and contract', () => {
    const inPage = [...from('renderer/'), ...from('preload/contract/')];
    expect(offending(inPage, (target) => !target.startsWith('node:'))).toEqual([]);
  });

  it('keeps SQLite itself inside the database', () => {
    const outside = imports.filter(({ file }) => !file.startsWith('db/'));
    expect(offending(outside, (target) => target !== 'better-sqlite3' && !target.startsWith('db/sqlite/'))).toEqual([]);
  });

  it('keeps the words of SQLite inside the database', () => {
    const speaking = ['main', 'preload', 'renderer']
      .flatMap(sourcesOf)
      .filter((file) => /SQLITE_|\bpragma\b/i.test(readFileSync(join(programRoot, file), 'utf8')));
    expect(speaking).toEqual([]);
  });

  it('lets nobody outside the database write queries', () => {
    const writing = ['main', 'preload', 'renderer'].flatMap(sourcesOf).filter((file) => isQuery.test(codeOf(file)));
    expect(writing).toEqual([]);
    const planted = [
      'reader.select().from(x)',
      'r.query.patient.findMany()',
      'tx\n  .delete(x)',
      'reading.reader.$count(x)',
    ];
    expect(planted.filter((code) => !isQuery.test(code))).toEqual([]);
  });

  it('lets nobody outside the database know tables', () => {
    const outside = imports.filter(({ file }) => !file.startsWith('db/'));
    expect(offending(outside, (target) => !/^(drizzle-orm|db\/schema)/.test(target))).toEqual([]);
  });
});
