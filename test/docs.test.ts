import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';
import { declaredProcedures, knownPermissions } from '#main/services/permissions.ts';
import { PROCEDURES_PAGE, proceduresPage } from '#scripts/procedureTable.ts';

describe('the pages for developers', () => {
  it('list every procedure as the contract declares it (npm run procedures writes the list)', () => {
    expect(readFileSync(join(programRoot, PROCEDURES_PAGE), 'utf8')).toBe(proceduresPage());
  });
});

/** Every page of words, decisions too. */
const allPages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...readdirSync(join(programRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

describe('calls named in the pages', () => {
  it('are calls that there are', () => {
    const known = declaredProcedures().map(({ name }) => name);
    const modules = new Set(known.map((name) => name.split('.')[0]));
    const named = allPages.flatMap((page) =>
      [...readFileSync(join(programRoot, page), 'utf8').matchAll(/`(\w+)\.(\w+)`/g)]
        .filter(([, module = '', name = '']) => modules.has(module) && !/^(tsx?|json|md|test)$/.test(name))
        .map(([, module, name]) => `${module}.${name}`),
    );
    const rights = new Set<string>(knownPermissions);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !known.includes(name) && !rights.has(name))).toEqual([]);
  });
});

describe('links between the pages', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docs/adding-an-entity.md',
    'docs/architecture.md',
    'docs/glossary.md',
  ];
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

describe('the worked example of a kind of record', () => {
  const text = readFileSync(join(programRoot, 'docs/adding-an-entity.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, file = '', said = '']) => ({ file, said }));

  it('quotes the lines as they stand in their files', () => {
    const quoted = rows.filter(({ said }) => /^`.*`$/.test(said));
    expect(quoted.length).toBe(5);
    const missing = quoted.filter(
      ({ file, said }) => !readFileSync(join(programRoot, file), 'utf8').includes(said.slice(1, -1)),
    );
    expect(missing).toEqual([]);
  });

  it('names every file of its own', () => {
    const own = ['preload', 'db', 'main', 'renderer', 'assets', 'test'].flatMap((room) =>
      readdirSync(join(programRoot, room), { recursive: true, encoding: 'utf8' })
        .map((name) => `${room}/${name.replaceAll('\\', '/')}`)
        .filter((name) => /visit_?types?\b[^/]*\.\w+$|\/visitTypes\/[^/]+$/i.test(name)),
    );
    const named = rows.map(({ file }) => file);
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((file) => !named.includes(file))).toEqual([]);
  });
});
