import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { arch, cpus, freemem, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { logFolder } from '../adapters/log.ts';
import { programVersion } from '../adapters/version.ts';
import { inspectFolder } from './inspect.ts';
import { databaseFile, keyFile } from './places.ts';

/** Calls of one kind, in milliseconds. */
interface Timing {
  procedure: string;
  calls: number;
  failed: number;
  median: number;
  p95: number;
  slowest: number;
}

/** A fault by its id; neither its message nor its stack, which might quote what was being worked on. */
interface Fault {
  at: string;
  id: string | null;
  procedure: string | null;
  kind: string;
}

/** What somebody who helps needs to know of an installation. Nothing in it is of a patient, a user or a path. */
export interface SupportReport {
  madeAt: string;
  versions: Record<string, string>;
  computer: {
    system: string;
    release: string;
    arch: string;
    processors: number;
    memoryMb: number;
    freeMemoryMb: number;
  };
  data: { databaseMb: number; logMb: number; hasKey: boolean; problem: string | null; warnings: string[] };
  /** Milliseconds from the start of the program to its window, of the last starts. */
  starts: number[];
  timings: Timing[];
  faults: Fault[];
}

interface LogLine {
  time?: string;
  level?: number;
  msg?: string;
  call?: string;
  procedure?: string;
  outcome?: string;
  milliseconds?: number;
  fault?: { name?: string; code?: string };
}

const MEGABYTE = 1024 ** 2;
const LOG_FILES = 3;
const MOST_FAULTS = 50;

/** Looks at a data folder from outside, its log included; works on one that is open, damaged or missing. */
export async function makeReport(folder: string): Promise<SupportReport> {
  const lines = readLog(logFolder(folder));
  const { problem, warnings } = inspectFolder(folder);
  return {
    madeAt: new Date().toISOString(),
    versions: versions(),
    computer: {
      system: process.platform,
      release: release(),
      arch: arch(),
      processors: cpus().length,
      memoryMb: toMb(totalmem()),
      freeMemoryMb: toMb(freemem()),
    },
    data: {
      databaseMb: toMb(sizeOf(databaseFile(folder)) + sizeOf(`${databaseFile(folder)}-wal`)),
      logMb: toMb(logFiles(logFolder(folder)).reduce((sum, path) => sum + sizeOf(path), 0)),
      hasKey: existsSync(keyFile(folder)),
      problem,
      warnings: warnings.map(({ kind }) => kind),
    },
    starts: lines.flatMap(({ msg, milliseconds }) => (msg === 'window shown' ? (milliseconds ?? []) : [])).slice(-10),
    timings: timingsOf(lines),
    faults: lines.filter(isFault).slice(-MOST_FAULTS).map(toFault),
  };
}

/** A report as the file that is saved. */
export const reportText = (report: SupportReport) => `${JSON.stringify(report, null, 2)}\n`;

function versions(): Record<string, string> {
  const { node = '', electron, chrome, v8 = '' } = process.versions;
  return {
    'clinic-desk': programVersion(),
    ...(electron ? { electron } : {}),
    ...(chrome ? { chrome } : {}),
    node,
    v8,
  };
}

/** The files of the log, oldest first. */
function logFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => join(folder, name));
  return paths.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
}

function readLog(folder: string): LogLine[] {
  return logFiles(folder)
    .slice(-LOG_FILES)
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as LogLine];
      } catch {
        return [];
      }
    });
}

function timingsOf(lines: readonly LogLine[]): Timing[] {
  const calls = new Map<string, LogLine[]>();
  for (const line of lines) {
    if (line.msg !== 'call' || line.procedure === undefined) continue;
    const list = calls.get(line.procedure);
    if (list) list.push(line);
    else calls.set(line.procedure, [line]);
  }
  return [...calls].map(([procedure, list]) => timingOf(procedure, list)).sort((a, b) => b.p95 - a.p95);
}

function timingOf(procedure: string, list: readonly LogLine[]): Timing {
  const sorted = list.map(({ milliseconds = 0 }) => milliseconds).sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  const failed = list.filter(({ outcome }) => outcome !== 'ok').length;
  return { procedure, calls: list.length, failed, median: at(0.5), p95: at(0.95), slowest: at(1) };
}

const isFault = ({ level = 0 }: LogLine) => level >= 50;

function toFault({ time = '', call, procedure, msg = '', fault }: LogLine): Fault {
  const kind = fault ? [fault.name, fault.code].filter(Boolean).join(' ') : msg;
  return { at: time, id: call ?? null, procedure: procedure ?? null, kind };
}

const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0);
const toMb = (bytes: number) => Math.round((bytes / MEGABYTE) * 10) / 10;
