import { parse } from 'csv-parse/sync';
import { readLines } from '#main/modules/people/imports/lines.ts';
import { ImportProblem, reason } from '#main/modules/people/imports/problem.ts';

/** A line of a CSV file: its cells by column, or why it cannot be read. */
export type Row = { line: number; cells: Record<string, string> } | { line: number; reason: string };

/** The text of one record with the physical lines it spans. */
interface Raw {
  line: number;
  text: string;
}

/** Records handed to the parser at once. */
const CHUNK = 500;
/** A quoted field that is still open after so many lines, or so many characters, was not meant to be open. */
const MOST_LINES = 200;
const LONGEST = 1_000_000;

/**
 * Reads a CSV file (RFC 4180, UTF-8, a header line first) from front to end, never all of it at once. A broken line costs
 * that line only: when a quote is left open, its first line is refused and reading goes on with the second.
 * Raises {@link ImportProblem} when a `required` column is missing. `onDone` hears the bytes read.
 */
export async function* readCsv(
  file: { path: string; name: string; required: readonly string[] },
  onDone: (bytes: number) => void,
): AsyncGenerator<Row> {
  let columns: string[] | undefined;
  let chunk: Raw[] = [];
  for await (const raw of rawRecords(file.path, onDone, () => columns?.length)) {
    if (columns === undefined) {
      columns = headerOf(raw.text, file);
      continue;
    }
    chunk.push(raw);
    if (chunk.length === CHUNK) {
      yield* parseChunk(chunk, columns);
      chunk = [];
    }
  }
  if (columns === undefined) throw new ImportProblem('emptyFile', { file: file.name });
  yield* parseChunk(chunk, columns);
}

function headerOf(text: string, file: { name: string; required: readonly string[] }): string[] {
  const columns = (cellsOf(text) ?? []).map((name) => name.trim().toUpperCase());
  const missing = file.required.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new ImportProblem('missingColumns', { file: file.name, columns: missing.join(', '), count: missing.length });
  }
  return columns;
}

/** Records as text: physical lines, joined while a quote is open. `width` is how many cells a record has, once known. */
async function* rawRecords(
  path: string,
  onDone: (bytes: number) => void,
  width: () => number | undefined,
): AsyncGenerator<Raw> {
  let waiting: string[] = [];
  let first = 1;
  /** Takes records off the front of `waiting`; with `all`, until nothing is left. */
  function* take(all: boolean): Generator<Raw> {
    while (waiting.length > 0) {
      const length = recordLength(waiting, width());
      const mayGoOn = waiting.length < MOST_LINES && waiting.reduce((sum, line) => sum + line.length, 0) < LONGEST;
      if (length === undefined && !all && mayGoOn) return;
      const taken = length ?? 1;
      const text = waiting.slice(0, taken).join('\n');
      if (text.trim() !== '') yield { line: first, text };
      waiting = waiting.slice(taken);
      first += taken;
    }
  }
  for await (const line of readLines(path, { onDone, longest: LONGEST })) {
    waiting.push(line);
    yield* take(false);
  }
  yield* take(true);
}

/** How many of the lines, from the first, make a record that can be read; undefined while a quote is open. */
function recordLength(lines: readonly string[], width: number | undefined): number | undefined {
  let open = false;
  for (const [index, line] of lines.entries()) {
    for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) open = !open;
    if (open) continue;
    const length = index + 1;
    if (length === 1) return 1;
    // Lines that close each other's stray quotes by chance are no record; then the first of them alone is at fault.
    const cells = cellsOf(lines.slice(0, length).join('\n'));
    return cells && (width === undefined || cells.length === width) ? length : 1;
  }
  return undefined;
}

function* parseChunk(chunk: readonly Raw[], columns: readonly string[]): Generator<Row> {
  const parsed = tryParse(chunk.map((raw) => raw.text).join('\n'));
  const together = parsed?.length === chunk.length ? parsed : null;
  for (const [index, { line, text }] of chunk.entries()) {
    const cells = together ? together[index] : cellsOf(text);
    if (!cells) yield { line, reason: reason('brokenQuotes') };
    else if (cells.length !== columns.length) {
      yield { line, reason: reason('wrongCellCount', { found: cells.length, expected: columns.length }) };
    } else yield { line, cells: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])) };
  }
}

/** The cells of one record; undefined when it is none. */
function cellsOf(text: string): string[] | undefined {
  const records = tryParse(text);
  return records?.length === 1 ? records[0] : undefined;
}

function tryParse(text: string): string[][] | undefined {
  try {
    return parse(text, { relax_column_count: true, record_delimiter: '\n' });
  } catch {
    return undefined;
  }
}
