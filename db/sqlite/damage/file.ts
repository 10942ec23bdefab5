import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { PAGE, type PageCheck, pageCheck } from './pages.ts';

/** Pages read at once. */
const READ_AT_ONCE = 256;
/** A key that fits none of so many pages is not the key of this database. */
const TRIED = 64;

/**
 * The numbers of the pages of a database file that are not as they were sealed, free ones included; a file that ends within
 * a page has that one damaged. A page that others are writing meanwhile is looked at again before it counts.
 * On a database that is open: closing the file here gives back the locks this process has on it; what keeps other programs
 * out is the lock of the folder, and SQLite knows by itself what this program's own threads do.
 */
export function damagedPages(file: string, key: Buffer): number[] {
  const isSound = pageCheck(key);
  return withPages(file, (read, count) => {
    const found: number[] = [];
    for (let first = 1; first <= count; first += READ_AT_ONCE) {
      found.push(...unsoundAmong(read(first, READ_AT_ONCE), first, isSound));
    }
    return found.filter((number) => unsoundAmong(read(number, 1), number, isSound).length > 0);
  });
}

/**
 * How the first page stands, which tells SQLite how to read all others: as it was sealed with this key; damaged, where another
 * page is as it was sealed, or there is no other to tell; or sealed with another key, as all the others.
 */
export function firstPage(file: string, key: Buffer): 'sound' | 'damaged' | 'otherKey' {
  const isSound = pageCheck(key);
  return withPages(file, (read, count) => {
    const first = read(1, 1);
    if (unsoundAmong(first, 1, isSound).length === 0 && !isBlank(first)) return 'sound';
    const others = Math.min(count - 1, TRIED);
    const isDamage = others < 1 || unsoundAmong(read(2, others), 2, isSound).length < others;
    return isDamage ? 'damaged' : 'otherKey';
  });
}

/** How many whole pages the file has. */
export const pagesOf = (file: string): number => Math.floor(statSync(file).size / PAGE);

function withPages<T>(file: string, look: (read: (first: number, pages: number) => Buffer, count: number) => T): T {
  const handle = openSync(file, 'r');
  try {
    const read = (first: number, pages: number) => {
      const buffer = Buffer.alloc(pages * PAGE);
      return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, (first - 1) * PAGE));
    };
    return look(read, Math.ceil(fstatSync(handle).size / PAGE));
  } finally {
    closeSync(handle);
  }
}

function unsoundAmong(bytes: Buffer, first: number, isSound: PageCheck): number[] {
  const found: number[] = [];
  for (let at = 0; at < bytes.length; at += PAGE) {
    const [page, number] = [bytes.subarray(at, at + PAGE), first + at / PAGE];
    if (page.length < PAGE || !(isSound(page, number) || isBlank(page))) found.push(number);
  }
  return found;
}

/** Made by writing a later page and never written itself; were it in use, SQLite would find it when it reads the tables. */
const isBlank = (page: Buffer) => page.every((byte) => byte === 0);
