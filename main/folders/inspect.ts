import { accessSync, constants, existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { networkShare } from './network.ts';
import { holdsData } from './places.ts';
import { freeBytes, isFull } from './space.ts';
import { syncProgram } from './sync.ts';

/** What speaks against a folder, but is left to people: they may know better. */
export type FolderWarning =
  | { kind: 'network'; share: string }
  | { kind: 'sync'; program: string }
  | { kind: 'littleSpace'; gigabytes: number };

export interface FolderReport {
  readonly path: string;
  /** Clinic Desk has data there already. */
  readonly hasData: boolean;
  /** Why it cannot be used at all. */
  readonly problem: 'noAccess' | 'diskFull' | null;
  readonly warnings: readonly FolderWarning[];
}

const GIGABYTE = 1024 ** 3;
/** A database of 100,000 patients with photos and one copy of it. */
const COMFORTABLE = 2 * GIGABYTE;

/** Looks at a folder that data shall live in, whether it exists or not; changes nothing there. */
export function inspectFolder(folder: string): FolderReport {
  const path = resolve(folder);
  const existing = nearestExisting(path);
  const free = freeBytes(existing);
  const problem = !isWritable(existing) ? 'noAccess' : isFull(existing) ? 'diskFull' : null;
  return { path, hasData: holdsData(path), problem, warnings: problem ? [] : warningsOf(path, existing, free) };
}

function warningsOf(path: string, existing: string, free: number): FolderWarning[] {
  const share = networkShare(existing);
  const program = syncProgram(path);
  return [
    ...(share ? [{ kind: 'network' as const, share }] : []),
    ...(program ? [{ kind: 'sync' as const, program }] : []),
    ...(free < COMFORTABLE
      ? [{ kind: 'littleSpace' as const, gigabytes: Math.round((free / GIGABYTE) * 10) / 10 }]
      : []),
  ];
}

/** The folder itself, or the nearest one above that is there. */
function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

/** Windows tells by trying only, so a folder is made there for a moment. */
function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    rmdirSync(mkdtempSync(join(folder, '.clinic-desk-')));
    return true;
  } catch {
    return false;
  }
}
