import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';
import { type Import, importsOf, sourcesOf } from './support/imports.ts';

const imports = importsOf('main', 'db', 'preload', 'renderer');

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

  it('lets nobody outside the database know tables', () => {
    const outside = imports.filter(({ file }) => !file.startsWith('db/'));
    expect(offending(outside, (target) => !/^(drizzle-orm|db\/schema)/.test(target))).toEqual([]);
  });
});
