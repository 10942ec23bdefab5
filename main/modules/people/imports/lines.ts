import { basename } from 'node:path';
import { ImportProblem } from './problem.ts';
import { openRegular } from './source.ts';

/** No line of any real file is longer; a file without line breaks is something else. */
const LONGEST = 50_000_000;

interface LineOptions {
  /** Hears the bytes read, and may raise to end the reading. */
  onDone?: (bytes: number) => void;
  /** Characters of the longest line that is one. */
  longest?: number;
}

/**
 * The lines of a UTF-8 file from front to end, without their ends (LF or CRLF) and without a byte order mark. Node's own
 * readline also breaks at U+2028, which may stand inside a field.
 * Raises {@link ImportProblem} for a line that never ends, and for what is no ordinary file.
 */
export async function* readLines(
  path: string,
  { onDone = () => undefined, longest = LONGEST }: LineOptions = {},
): AsyncGenerator<string> {
  const stream = (await openRegular(path)).createReadStream({ encoding: 'utf8' });
  let started: string[] = [];
  let length = 0;
  let isFirst = true;
  for await (const chunk of stream as AsyncIterable<string>) {
    const text = isFirst ? chunk.replace(/^\uFEFF/, '') : chunk;
    isFirst = false;
    const [head = '', ...lines] = text.split('\n');
    started.push(head);
    length += head.length;
    if (length > longest) throw new ImportProblem('lineTooLong', { file: basename(path) });
    if (lines.length > 0) {
      const next = lines.pop() ?? '';
      yield withoutReturn(started.join(''));
      for (const line of lines) yield withoutReturn(line);
      started = [next];
      length = next.length;
    }
    onDone(stream.bytesRead);
  }
  const last = started.join('');
  if (last !== '') yield withoutReturn(last);
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);
