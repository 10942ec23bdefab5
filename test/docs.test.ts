import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';
import { PROCEDURES_PAGE, proceduresPage } from '#scripts/procedureTable.ts';

describe('the pages for developers', () => {
  it('list every procedure as the contract declares it (npm run procedures writes the list)', () => {
    expect(readFileSync(join(programRoot, PROCEDURES_PAGE), 'utf8')).toBe(proceduresPage());
  });
});
