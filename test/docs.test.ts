import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';
import { PROCEDURES_PAGE, proceduresPage } from '#scripts/procedureTable.ts';

describe('the pages for developers', () => {
  it('list every procedure as the contract declares it (npm run procedures writes the list)', () => {
    expect(readFileSync(join(programRoot, PROCEDURES_PAGE), 'utf8')).toBe(proceduresPage());
  });
});

describe('links between the pages', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md', 'docs/glossary.md'];
  it.each(pages)('of %s lead to something', (page) => {
    const text = readFileSync(join(programRoot, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, to = '']) => to).filter((to) => !/^https?:/.test(to));
    expect(links.filter((to) => !existsSync(join(programRoot, dirname(page), to)))).toEqual([]);
  });

  it('name files of the source that are there', () => {
    const places = pages.flatMap((page) =>
      [
        ...readFileSync(join(programRoot, page), 'utf8').matchAll(
          /`((?:main|db|preload|renderer|assets|test)\/[\w./-]+)`/g,
        ),
      ].map(([, place = '']) => place),
    );
    expect(places.length).toBeGreaterThan(10);
    expect(places.filter((place) => !existsSync(join(programRoot, place)))).toEqual([]);
  });
});
