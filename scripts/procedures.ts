import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programRoot } from '#main/root.ts';
import { PROCEDURES_PAGE, proceduresPage } from './procedureTable.ts';

/** Writes the table of everything that can be called; a test says when it has to be written anew. */
writeFileSync(join(programRoot, PROCEDURES_PAGE), proceduresPage());
