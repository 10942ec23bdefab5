import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing; one that is there stays as it is. Raises what the system says.
 * Node's own `recursive` makes the parent again whenever a folder is not found, for ever where the parent is there and
 * takes no folders (`/proc`).
 */
export function makeFolder(path: string, mode = 0o700): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent, mode);
  mkdirSync(path, { mode });
}
