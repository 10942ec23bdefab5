import { describe, expect, it } from 'vitest';
import { filesOf, importsOf as importsOfRooms, sourcesOf } from './support/imports.ts';

/** Who may know whom in the page. Imports of types count: they tie files together all the same. */

const files = sourcesOf('renderer');
const all = new Set(filesOf('renderer'));
const imports = importsOfRooms('renderer');

/** What a file imports of the page, at once or later: code and looks. */
const importsOf = new Map(
  files.map((file) => [
    file,
    imports.flatMap((each) => (each.file === file && each.target.startsWith('renderer/') ? [each.target] : [])),
  ]),
);

/** The areas from the ground up; who stands further up may know who stands below. */
const areas = ['ground', 'system', 'accounts', 'people', 'desk', 'care', 'money', 'stock', 'insight'];
const areaOf = (file: string) => /^renderer\/features\/(\w+)\//.exec(file)?.[1] ?? '';
const isEngine = (file: string) => file.startsWith('renderer/features/admin/');
const isBelowFeatures = (file: string) => !file.startsWith('renderer/features/') && !tops.includes(file);
/** They put the whole together. */
const tops = ['renderer/main.tsx', 'renderer/workspace.tsx'];

/** The imports of some files that they should not have. */
const offending = (isMeant: (file: string) => boolean, isAllowed: (target: string, file: string) => boolean) =>
  files
    .filter(isMeant)
    .flatMap((file) => (importsOf.get(file) ?? []).map((target) => ({ file, target })))
    .filter(({ file, target }) => !isAllowed(target, file))
    .map(({ file, target }) => `${file} → ${target}`);

/** A way from a file back to itself, or null. */
function circle(): string[] | null {
  const done = new Set<string>();
  const walk = (file: string, way: string[]): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of importsOf.get(file) ?? []) {
      const found = walk(target, [...way, file]);
      if (found) return found;
    }
    done.add(file);
    return null;
  };
  return files.reduce<string[] | null>((found, file) => found ?? walk(file, []), null);
}

describe('the page', () => {
  it('has imports to look at, and every one leads to a file', () => {
    const targets = [...importsOf.values()].flat();
    expect(targets.length).toBeGreaterThan(500);
    expect(targets.filter((target) => !all.has(target))).toEqual([]);
  });

  it('reads its texts in one place', () => {
    const reading = imports.filter(
      ({ target }) => target.startsWith('assets/locales/') || target.startsWith('#assets'),
    );
    expect(reading.map(({ file }) => file).filter((file) => file !== 'renderer/app/i18n.ts')).toEqual([]);
  });

  it('has parts in ui that know nothing but each other', () => {
    expect(
      offending(
        (file) => file.startsWith('renderer/ui/'),
        (target) => target.startsWith('renderer/ui/'),
      ),
    ).toEqual([]);
  });

  it('knows no feature below the features', () => {
    expect(offending(isBelowFeatures, isBelowFeatures)).toEqual([]);
  });

  it('has an engine of Administration that knows no module', () => {
    expect(offending(isEngine, (target) => isEngine(target) || isBelowFeatures(target))).toEqual([]);
  });

  it('has every module in an area, and lets it know its own area and those below', () => {
    const inModule = (file: string) => areaOf(file) !== '' && !isEngine(file);
    expect(files.filter((file) => inModule(file) && !areas.includes(areaOf(file)))).toEqual([]);
    const mayKnow = (target: string, file: string) => {
      if (isEngine(target)) return areaOf(file) !== 'ground';
      return isBelowFeatures(target) || areas.indexOf(areaOf(target)) <= areas.indexOf(areaOf(file));
    };
    expect(offending(inModule, (target) => areaOf(target) !== '' || isBelowFeatures(target))).toEqual([]);
    expect(offending(inModule, mayKnow)).toEqual([]);
  });

  it('has one list of features, with every module above the ground in it', () => {
    const list = importsOf.get('renderer/features/all.ts') ?? [];
    const modules = files.flatMap((file) => /^renderer\/features\/\w+\/\w+(?=\/)/.exec(file)?.[0] ?? []);
    const above = [...new Set(modules)].filter((module) => areaOf(`${module}/`) !== 'ground');
    expect(above.length).toBeGreaterThan(12);
    expect(
      above.filter((module) => !list.some((file) => [`${module}/feature.ts`, `${module}/feature.tsx`].includes(file))),
    ).toEqual([]);
    expect(
      offending(
        (file) => file !== 'renderer/features/all.ts' && !tops.includes(file),
        (target) => !/\/feature\.tsx?$/.test(target) || isBelowFeatures(target),
      ),
    ).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(circle()).toBeNull();
  });
});
