import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programRoot } from '#main/root.ts';

let refused: ReadonlySet<string> | undefined;

/** Long passwords that are no better than short ones, in small letters (see scripts/refusedPasswords.ts); read at the first use. */
export function refusedPasswords(): ReadonlySet<string> {
  refused ??= new Set(
    readFileSync(join(programRoot, 'assets', 'refused-passwords.txt'), 'utf8')
      .split('\n')
      .filter(Boolean),
  );
  return refused;
}
