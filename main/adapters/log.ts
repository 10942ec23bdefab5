import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, multistream, pino } from 'pino';
import { createStream } from 'rotating-file-stream';

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
  return pino(
    {
      level: options.level ?? 'info',
      base: null,
      redact: { paths: SECRET, censor: '[not logged]' },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    multistream(streams),
  );
}

/** Where the log of a data folder lies. */
export const logFolder = (dataFolder: string) => join(dataFolder, 'logs');
