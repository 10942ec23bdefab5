import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { PAGE } from './pages.ts';

/** What is wrong with a write-ahead log: from there on SQLite leaves out what was saved, and later writes over it. */
export interface LogDamage {
  /** The first frame (from 1) that is not as it was written; 0 for the log's own header. */
  frame: number;
  /**
   * True when later changes stand behind it: each was written only after the one before was on disk, so that one was whole
   * once. Otherwise it may be a change that a power cut broke off before anybody was told that it is saved.
   */
  isCertain: boolean;
}

const HEADER = 32;
const FRAME = 24 + PAGE;
/** How every log begins; the last bit tells the order of bytes. */
const MAGIC = 0x377f0683;

/**
 * Looks through the log of a database as SQLite will when it opens it after a kill (sqlite.org/fileformat2.html#walformat),
 * and further: SQLite takes the first frame that does not fit for the end; here what ends a change behind it counts as lost.
 * What cannot be told: a mark of that end that was itself turned into none, and frames that are not there at all. Not for a
 * log that somebody writes meanwhile: SQLite knows by itself what that one holds, and checks each page as it reads it.
 */
export function logDamage(log: string): LogDamage | null {
  return withLog(log, (read, frames) => {
    const header = read(0, HEADER);
    // A header alone keeps nothing, and it is on disk before the first frame is written.
    if (frames < 1) return null;
    // A new log is zeros until its first change is on disk.
    if (isBlank(header) && isBlank(read(HEADER, FRAME)) && isBlank(read(HEADER + (frames - 1) * FRAME, FRAME)))
      return null;
    return isHeaderWhole(header) ? damageAmong(header, read, frames) : { frame: 0, isCertain: true };
  });
}

/** The numbers of the pages that a log holds. */
export function pagesInLog(log: string): Set<number> {
  const pages = new Set<number>();
  withLog(log, (read, frames) => {
    const header = read(0, HEADER);
    for (let number = 0; number < frames; number += 1) {
      const frame = read(HEADER + number * FRAME, 24);
      if (isOfLog(frame, header)) pages.add(frame.readUInt32BE(0));
    }
    return null;
  });
  return pages;
}

const isBlank = (bytes: Buffer) => bytes.every((byte) => byte === 0);

type Read = (offset: number, bytes: number) => Buffer;

function withLog(log: string, look: (read: Read, frames: number) => LogDamage | null): LogDamage | null {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size < HEADER) return null;
  const handle = openSync(log, 'r');
  try {
    const read = (offset: number, bytes: number) => {
      const buffer = Buffer.alloc(bytes);
      readSync(handle, buffer, 0, bytes, offset);
      return buffer;
    };
    return look(read, Math.floor((size - HEADER) / FRAME));
  } finally {
    closeSync(handle);
  }
}

function damageAmong(header: Buffer, read: Read, frames: number): LogDamage | null {
  let before = sumsAt(header, 24);
  let [broken, isCertain] = [0, false];
  let end = 0;
  for (let number = 1; number <= frames; number += 1) {
    const frame = read(HEADER + (number - 1) * FRAME, FRAME);
    if (!isOfLog(frame, header)) {
      broken ||= number;
      continue;
    }
    if (!isFrameWhole(frame, header, before)) broken ||= number;
    if (end > 0) isCertain = true;
    if (broken > 0 && frame.readUInt32BE(4) > 0) end = number;
    before = sumsAt(frame, 16);
  }
  return end > 0 ? { frame: broken, isCertain } : null;
}

/** Of this log, and not left over from one before: a log has two new salts, of which damage may have taken one. */
const isOfLog = (frame: Buffer, header: Buffer) =>
  frame.readUInt32BE(8) === header.readUInt32BE(16) || frame.readUInt32BE(12) === header.readUInt32BE(20);

type Sums = readonly [number, number];
const sumsAt = (bytes: Buffer, at: number): Sums => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
const isSame = (a: Sums, b: Sums) => a[0] === b[0] && a[1] === b[1];

function isHeaderWhole(header: Buffer): boolean {
  if ((header.readUInt32BE(0) | 1) !== MAGIC) return false;
  return isSame(sum(header.subarray(0, 24), [0, 0], isBigEndian(header)), sumsAt(header, 24));
}

function isFrameWhole(frame: Buffer, header: Buffer, before: Sums): boolean {
  if (!frame.subarray(8, 16).equals(header.subarray(16, 24))) return false;
  const bigEndian = isBigEndian(header);
  const sums = sum(frame.subarray(24), sum(frame.subarray(0, 8), before, bigEndian), bigEndian);
  return isSame(sums, sumsAt(frame, 16));
}

const isBigEndian = (header: Buffer) => (header.readUInt32BE(0) & 1) === 1;

/** SQLite's running checksum, which goes on from what came before. */
function sum(bytes: Buffer, [first, second]: Sums, bigEndian: boolean): Sums {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let [a, b] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + view.getUint32(at, !bigEndian) + b) >>> 0;
    b = (b + view.getUint32(at + 4, !bigEndian) + a) >>> 0;
  }
  return [a, b];
}
