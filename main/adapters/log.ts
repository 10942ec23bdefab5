import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, multistream, pino } from 'pino';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';

/** Values under these names never reach the log, wherever they stand. */
const SECRET = ['password', '*.password', 'token', '*.token', 'secret', '*.secret', 'key', '*.key', 'input', '*.input'];

/** A log to `folder` (ten files of 5 MB, newest first) and, if asked, to the console. */
export function openLog(folder: string, options: { console?: boolean; level?: string } = {}): Logger {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = createStream('clinic-desk.log', { path: folder, size: '5M', maxFiles: 10, mode: 0o600 });
  // A log that cannot be written (a full disk) must not take the clinic down with it.
  file.on('error', () => undefined);
  const streams = [{ level: 'debug' as const, stream: file }];
  if (options.console) streams.push({ level: 'debug' as const, stream: process.stderr as never });
  const log = pino(
    {
      level: options.level ?? 'info',
      base: null,
      redact: { paths: SECRET, censor: '[not logged]' },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    multistream(streams),
  );
  files.set(log, file);
  return log;
}

const LONGEST_CLOSE_MS = 1_000;
const files = new WeakMap<Logger, RotatingFileStream>();

/** Writes what is left and closes the file of a log that {@link openLog} opened. */
export function closeLog(log: Logger): Promise<void> {
  return new Promise((resolve) => {
    const file = files.get(log);
    if (!file || file.closed) return resolve();
    file.once('close', () => resolve());
    file.once('error', () => resolve());
    // A disk that does not take the last lines must not keep anybody from leaving.
    setTimeout(resolve, LONGEST_CLOSE_MS).unref();
    file.end();
  });
}

/** Where the log of a data folder lies. */
export const logFolder = (dataFolder: string) => join(dataFolder, 'logs');
