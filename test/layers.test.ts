import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';

interface Import {
  file: string;
  target: string;
}

/** Every import of every source file, subpaths resolved to folders of the house. */
const imports: Import[] = ['main', 'db', 'preload', 'renderer'].flatMap((room) =>
  sources(join(programRoot, room)).flatMap((path) => importsOf(path)),
);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(path: string): Import[] {
  const file = relative(programRoot, path).split(sep).join('/');
  const text = readFileSync(path, 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, name = '']) => ({ file, target: resolve(file, name) }));
}

/** `#contract/x.ts` → `preload/contract/x.ts`; a relative path → its place in the house; a package as it is. */
function resolve(file: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1).replace(/^contract\//, 'preload/contract/');
  return name.startsWith('.') ? join(file, '..', name).split(sep).join('/') : name;
}

const from = (room: string) => imports.filter(({ file }) => file.startsWith(room));
const offending = (list: Import[], isAllowed: (target: string, file: string) => boolean) =>
  list.filter(({ target, file }) => !isAllowed(target, file)).map(({ file, target }) => `${file} → ${target}`);
const isOurs = (target: string) => /^(main|db|preload|renderer|assets|test|scripts)\//.test(target);

describe('the house', () => {
  it('has sources to look at', () => expect(imports.length).toBeGreaterThan(200));

  it('lets the contract know nothing of ours', () => {
    expect(
      offending(from('preload/contract/'), (target) => !isOurs(target) || target.startsWith('preload/contract/')),
    ).toEqual([]);
  });

  it('lets the database know nothing of ours', () => {
    expect(offending(from('db/'), (target) => !isOurs(target) || target.startsWith('db/'))).toEqual([]);
  });

  it('lets main know contract and database only', () => {
    const allowed = /^(main|db|preload\/contract)\//;
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

  it('keeps raw IPC in one file', () => {
    const users = sources(join(programRoot, 'main')).filter((path) =>
      /\bipcMain\b|\.ipc\b/.test(readFileSync(path, 'utf8')),
    );
    expect(users.map((path) => relative(programRoot, path).split(sep).join('/'))).toEqual([
      'main/hosts/electron/ports.ts',
    ]);
  });

  it('keeps Node out of page and contract', () => {
    const inPage = [...from('renderer/'), ...from('preload/contract/')];
    expect(offending(inPage, (target) => !target.startsWith('node:'))).toEqual([]);
  });

  it('keeps SQLite itself inside the database', () => {
    const outside = imports.filter(({ file }) => !file.startsWith('db/'));
    expect(offending(outside, (target) => target !== 'better-sqlite3' && target !== 'db/connection.ts')).toEqual([]);
  });

  it('lets fewer and fewer files outside the database know tables', () => {
    const knowing = imports.filter(
      ({ file, target }) => !file.startsWith('db/') && /^(drizzle-orm|db\/schema)/.test(target),
    );
    expect([...new Set(knowing.map(({ file }) => file))].sort()).toEqual(STILL_KNOW_TABLES);
  });
});

/** What is to move into `db/queries`. A file that has moved is struck from this list; none is added. */
const STILL_KNOW_TABLES = [
  'main/modules/insight/dashboard/changes.ts',
  'main/modules/insight/dashboard/profile.ts',
  'main/modules/people/bookmarks.ts',
  'main/modules/people/images/admin.ts',
  'main/modules/people/imports/demo.ts',
  'main/modules/people/imports/store.ts',
  'main/modules/people/photos/media.ts',
  'main/modules/people/photos/store.ts',
];
