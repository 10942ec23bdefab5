import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programRoot } from '#main/root.ts';

/** This program's version, as package.json says it. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8')) as { version: string };
  return version;
}
