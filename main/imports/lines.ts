import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { ImportProblem } from './problem.ts';

/** No line of any real file is longer; a file without line breaks is something else. */
const LONGEST = 50_000_000;

/**
 * The lines of a UTF-8 file from front to end, without their ends (LF or CRLF) and without a byte order mark. Node's own
 * readline also breaks at U+2028, which may stand inside a field. `onDone` hears the bytes read.
 * Raises {@link ImportProblem} for a line that never ends.
 */
export async function* readLines(
  path: string,
  onDone: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  const stream = createReadStream(path, { encoding: 'utf8' });
  let started: string[] = [];
  let length = 0;
  let isFirst = true;
  for await (const chunk of stream as AsyncIterable<string>) {
    const text = isFirst ? chunk.replace(/^\uFEFF/, '') : chunk;
    isFirst = false;
    const [head = '', ...lines] = text.split('\n');
    started.push(head);
    length += head.length;
    if (length > LONGEST) throw new ImportProblem('lineTooLong', { file: basename(path) });
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
