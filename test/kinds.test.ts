import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entities, type Kind, kindsWith } from '#contract/entities.ts';
import { demoRecords } from '#main/modules/demo.ts';
import { programRoot } from '#main/root.ts';
import { filesOf, sourcesOf } from './support/imports.ts';

/** What a kind of record brings beside what the compiler asks for, and what is forgotten easily. */

/** Kinds that people look after in the clinic's daily work, on pages of their own. */
const own = kindsWith('path').filter((kind) => !entities[kind].path.startsWith('/admin/'));
const pages = sourcesOf('renderer/features').map((file) => readFileSync(join(programRoot, file), 'utf8'));

describe('every kind of record', () => {
  it('brings made-up records for whoever tries the program', () => {
    // People are made up by the thousand, by what the database has for that; nobody draws pictures.
    const elsewhere: Kind[] = ['patient', 'doctor', 'image'];
    const brought = demoRecords.map(({ kind }) => kind);
    expect(own.filter((kind) => !brought.includes(kind as never) && !elsewhere.includes(kind))).toEqual([]);
    expect(new Set(brought).size).toBe(brought.length);
  });

  it('that can be bookmarked has its star on a page', () => {
    const without = kindsWith('bookmark').filter(
      (kind) => !pages.some((code) => code.includes(`<BookmarkStar kind="${kind}"`)),
    );
    expect(without).toEqual([]);
  });

  it('has a test of its own through the router', () => {
    const tests = filesOf('test/main/modules');
    expect(own.filter((kind) => !tests.some((file) => file.endsWith(`/${entities[kind].plural}.test.ts`)))).toEqual([]);
    expect(existsSync(join(programRoot, 'test/main/modules/desk/visitTypes.test.ts'))).toBe(true);
  });
});
