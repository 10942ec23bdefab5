import { describe, expect, it } from 'vitest';
import { circles, type Import, importsOf } from './support/imports.ts';

/** From the ground up: a file knows its own area and those before it. */
const AREAS = ['ground', 'system', 'accounts', 'people', 'desk', 'care', 'money', 'stock', 'insight'];

/** The floors of main, from the ground up: a file knows its own floor and those below it. */
const FLOORS: Array<[name: string, files: RegExp]> = [
  ['what everything may use', /^main\/(texts|root|refusal|wrongFields|links|ports)\.ts$/],
  ['adapters and folders', /^main\/(adapters|folders)\//],
  ['services', /^main\/services\//],
  ['what goes with a call', /^main\/call\//],
  ['records', /^main\/records\//],
  ['the pipeline', /^main\/pipeline\//],
  ['Administration', /^main\/admin\//],
  ['modules', /^main\/modules\//],
  ['the backend', /^main\/(backend|closing|commandLine|faultExit|lastResort)\.ts$/],
  ['hosts and command line', /^main\/(hosts|cli)\//],
  ['the entries', /^main\/(index|cli)\.ts$/],
];

const imports = importsOf('preload', 'db', 'main');

/** Which area a file belongs to: by its first folder below the room's; -1 for what belongs to all. */
function areaOf(file: string): number {
  const [, area = ''] = /^(?:preload\/contract|db\/schema|db\/queries|main\/modules)\/([a-z]+)\//.exec(file) ?? [];
  return AREAS.indexOf(area);
}

const floorOf = (file: string) => FLOORS.findIndex(([, files]) => files.test(file));
const told = (list: Import[]) => list.map(({ file, target }) => `${file} → ${target}`);

describe('from the ground up', () => {
  it('has enough to look at', () => expect(imports.length).toBeGreaterThan(1_500));

  it('every file of main stands on a floor', () => {
    const files = [...new Set(imports.map(({ file }) => file).filter((file) => file.startsWith('main/')))];
    expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
  });

  it('no floor knows one above it', () => {
    const inMain = imports.filter(({ file, target }) => file.startsWith('main/') && target.startsWith('main/'));
    expect(told(inMain.filter(({ file, target }) => floorOf(target) > floorOf(file)))).toEqual([]);
  });

  it('no area knows one that comes after it', () => {
    const between = imports.filter(({ file, target }) => areaOf(file) >= 0 && areaOf(target) >= 0);
    expect(between.length).toBeGreaterThan(100);
    expect(told(between.filter(({ file, target }) => areaOf(target) > areaOf(file)))).toEqual([]);
  });

  it('no area reaches others by way of the lists of all tables and all calls', () => {
    const lists = ['db/schema/index.ts', 'preload/contract/modules.ts', 'preload/contract/index.ts'];
    const around = imports.filter(({ file, target }) => areaOf(file) >= 0 && lists.includes(target));
    expect(told(around.filter(({ file }) => !file.startsWith('main/')))).toEqual([]);
  });

  it('every folder of modules, contract, tables and queries is an area', () => {
    const folders = imports.flatMap(({ file }) => {
      const [, folder] = /^(?:preload\/contract|db\/schema|db\/queries|main\/modules)\/([A-Za-z]+)\//.exec(file) ?? [];
      return folder ? [folder] : [];
    });
    // Administration is an engine under all modules, and no area.
    expect([...new Set(folders)].filter((name) => !AREAS.includes(name))).toEqual(['admin']);
  });

  it('no files know each other in a circle', () => expect(circles(imports)).toEqual([]));
});
