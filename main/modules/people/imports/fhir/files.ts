import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readLines } from '#main/modules/people/imports/lines.ts';
import { ImportProblem, reason } from '#main/modules/people/imports/problem.ts';
import type { SourcePosition } from '#main/modules/people/imports/record.ts';
import { notOrdinary, readWhole } from '#main/modules/people/imports/source.ts';

/** A resource of whatever type as it stands in a file, or why there is none. */
export type Found =
  | { place: SourcePosition; type: string; resource: object; fullUrl: string | undefined }
  | { place: SourcePosition; reason: string };

export interface FhirFile {
  path: string;
  name: string;
  bytes: number;
  /** False for a pipe, a device or a socket, which is named and left out. */
  isOrdinary: boolean;
}

/** A JSON file is read and taken apart whole, which takes ten times its size of memory for a moment. */
const MOST_BYTES = 100_000_000;

/** The FHIR files of a folder, by name, or the one file. A stray quote after the extension comes from escaped file names. */
export function fhirFiles(path: string): FhirFile[] {
  const isFolder = statSync(path).isDirectory();
  const paths = isFolder
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => !entry.isDirectory() && /\.(?:json|ndjson|jsonl)"?$/i.test(entry.name))
        .map((entry) => join(path, entry.name))
        .sort()
    : [path];
  if (paths.length === 0) throw new ImportProblem('noFhirFiles');
  const files = paths.map(fileAt);
  if (!isFolder && !files[0]?.isOrdinary) throw notOrdinary(path);
  return files;
}

function fileAt(path: string): FhirFile {
  const stats = statSync(path);
  return { path, name: basename(path), bytes: stats.size, isOrdinary: stats.isFile() };
}

/**
 * Every resource of a file: of a bundle, a single resource, or one a line (NDJSON). Never throws for what the file holds.
 * `onDone` hears the bytes read.
 */
export async function* resourcesOf(file: FhirFile, onDone: (bytes: number) => void): AsyncGenerator<Found> {
  const place = { source: file.name, line: null };
  if (!file.isOrdinary) return yield { place, reason: notOrdinary(file.name).message };
  if (/\.(?:ndjson|jsonl)$/i.test(file.name)) return yield* linesOf(file, onDone);
  const text = file.bytes > MOST_BYTES ? null : await readWhole(file.path, MOST_BYTES, onDone);
  if (text === null) return yield { place, reason: reason('fileTooLarge', { megabytes: MOST_BYTES / 1e6 }) };
  const parsed = parseJson(text);
  // Bulk exports write one resource a line whatever they call the file.
  if (parsed === undefined && isResource(parseJson(text.slice(0, text.indexOf('\n')))))
    return yield* linesOf(file, onDone);
  if (parsed === undefined) return yield { place, reason: reason('notJson') };
  yield* unpack(parsed, place);
}

async function* linesOf(file: FhirFile, onDone: (bytes: number) => void): AsyncGenerator<Found> {
  let line = 0;
  for await (const text of readLines(file.path, { onDone })) {
    line += 1;
    if (text.trim() === '') continue;
    const place = { source: file.name, line };
    const parsed = parseJson(text);
    if (parsed === undefined) yield { place, reason: reason('notJson') };
    else yield* unpack(parsed, place);
  }
}

function* unpack(value: unknown, place: SourcePosition): Generator<Found> {
  if (!isResource(value)) {
    yield { place, reason: reason('notFhir') };
  } else if (value.resourceType !== 'Bundle') {
    yield { place, type: value.resourceType, resource: value, fullUrl: undefined };
  } else {
    const entries = 'entry' in value && Array.isArray(value.entry) ? (value.entry as unknown[]) : [];
    for (const [index, entry] of entries.entries())
      yield* unpackEntry(entry, { ...place, line: place.line ?? index + 1 });
  }
}

function* unpackEntry(entry: unknown, place: SourcePosition): Generator<Found> {
  // An entry without a resource is a deletion or a search result's remark: nothing to import.
  if (typeof entry !== 'object' || entry === null || !('resource' in entry)) return;
  const { resource } = entry;
  const fullUrl = 'fullUrl' in entry && typeof entry.fullUrl === 'string' ? entry.fullUrl : undefined;
  if (isResource(resource)) yield { place, type: resource.resourceType, resource, fullUrl };
  else yield { place, reason: reason('notFhir') };
}

function isResource(value: unknown): value is { resourceType: string } {
  return (
    typeof value === 'object' && value !== null && 'resourceType' in value && typeof value.resourceType === 'string'
  );
}

/** The parsed value; undefined when the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
