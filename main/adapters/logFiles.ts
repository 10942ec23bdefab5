import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogReader } from '#main/ports.ts';

const NAME = 'clinic-desk.log';
const CHUNK = 256 * 1024;

/** Reads the log of a folder, the newest line first, across the files it was rotated into. */
export function logFiles(folder: string): LogReader {
  return {
    async newest(most) {
      const lines: string[] = [];
      for (const path of await filesIn(folder)) {
        for await (const line of linesBackwards(path)) {
          if (lines.length >= most) return { lines, isCut: true };
          lines.push(line);
        }
      }
      return { lines, isCut: false };
    },
    async bytes() {
      const sizes = await Promise.all((await filesIn(folder)).map(async (path) => (await stat(path)).size));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
  };
}

/** The files of the log, the one that was written last first. */
async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const paths = names.filter((name) => name.endsWith(NAME)).map((name) => join(folder, name));
  const dated = await Promise.all(paths.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })));
  return dated.sort((a, b) => b.at - a.at).map(({ path }) => path);
}

/** The lines of a file from its end, a piece at a time, so that a large log costs no more than what is looked at. */
async function* linesBackwards(path: string): AsyncGenerator<string> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return;
  try {
    let end = (await file.stat()).size;
    let rest = Buffer.alloc(0);
    while (end > 0) {
      const start = Math.max(0, end - CHUNK);
      const piece = Buffer.alloc(end - start);
      const { bytesRead } = await file.read(piece, 0, piece.length, start);
      const all = Buffer.concat([piece.subarray(0, bytesRead), rest]);
      // What stands before the first line break may begin in the piece before; bytes, so that no letter is cut in two.
      const firstBreak = start === 0 ? -1 : all.indexOf(10);
      rest = start === 0 ? Buffer.alloc(0) : firstBreak < 0 ? all : all.subarray(0, firstBreak);
      if (start === 0 || firstBreak >= 0) {
        const whole = all
          .subarray(firstBreak + 1)
          .toString('utf8')
          .split('\n');
        for (const line of whole.reverse()) if (line !== '') yield line;
      }
      end = start;
    }
  } finally {
    await file.close();
  }
}
