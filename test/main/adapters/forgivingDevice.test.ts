import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deviceFile } from '#main/adapters/deviceFile.ts';
import { forgivingDevice } from '#main/adapters/forgivingDevice.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clinic-device-'));
  file = join(folder, 'device.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('keeps a value of this computer for this run where it cannot be written', () => {
  const device = forgivingDevice(deviceFile(file));
  device.set('window', { width: 800 });
  device.set('theme', 'dark');
  rmSync(folder, { recursive: true });

  device.set('window', { width: 900 });
  device.delete('theme');

  expect(device.get('window')).toEqual({ width: 900 });
  expect(device.get('theme')).toBeUndefined();
});

it('writes again as soon as that is possible', () => {
  const device = forgivingDevice(deviceFile(file));
  rmSync(folder, { recursive: true });
  device.set('window', 1);
  mkdirSync(folder);

  device.set('window', 2);

  expect(deviceFile(file).get('window')).toBe(2);
  expect(device.get('window')).toBe(2);
});

it('hides no mistake of ours', () => {
  const device = forgivingDevice(deviceFile(file));

  expect(() => device.set('window', 1n)).toThrow(TypeError);
});
