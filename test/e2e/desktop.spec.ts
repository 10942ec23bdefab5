import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'playwright/test';
import { type Desk, onlyOnLinux, picture, test } from './desk.ts';
import { addPatient, administrator, setUpClinic, signIn } from './steps.ts';

/** What the window has around the page: its place, its menu, and what that opens. */

const zoom = ({ electron }: Desk) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel());

const places = ({ electron }: Desk) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getBounds()));

test('the zoom of the menu and of the keys is the same, and is remembered', async ({ desk }) => {
  onlyOnLinux();
  await desk.start();
  const page = await desk.page();
  await page.getByLabel('Clinic name').waitFor();
  const wide = await page.evaluate(() => innerWidth);
  await desk.menu('zoomIn');
  await desk.menu('zoomIn');
  await expect.poll(() => zoom(desk)).toBe(1);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(wide);
  await desk.menu('zoomOut');
  await expect.poll(() => zoom(desk)).toBe(0.5);
  await picture(page, 'zoomed');

  await desk.restart();
  await (await desk.page()).getByLabel('Clinic name').waitFor();
  expect(await zoom(desk)).toBe(0.5);
  await desk.menu('resetZoom');
  await expect.poll(() => zoom(desk)).toBe(0);
  // As a keyboard sends them: what the driver types itself never reaches a menu.
  const steps: Array<[string, Array<'control' | 'shift'>, number]> = [
    ['=', ['control', 'shift'], 0.5],
    ['=', ['control'], 1],
    ['numadd', ['control'], 1.5],
    ['-', ['control'], 1],
    ['numsub', ['control'], 0.5],
    ['0', ['control'], 0],
  ];
  for (const [keyCode, modifiers, level] of steps) {
    await desk.electron.evaluate(
      ({ BrowserWindow }, event) => BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent(event),
      { type: 'rawKeyDown' as const, keyCode, modifiers },
    );
    await expect.poll(() => zoom(desk), { message: keyCode, timeout: 2_000 }).toBe(level);
  }
});

test('a window comes back where and as large as it was; where its screen is gone, on this one', async ({ desk }) => {
  onlyOnLinux();
  await desk.start();
  await desk.page();
  const place = { x: 140, y: 90, width: 1010, height: 720 };
  await desk.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), place);
  await desk.restart();
  await desk.page();
  expect(await places(desk)).toEqual([place]);

  const file = join(desk.profile, 'device.json');
  await desk.electron.close();
  const device = JSON.parse(readFileSync(file, 'utf8')) as { window: object };
  writeFileSync(file, JSON.stringify({ ...device, window: { ...device.window, x: 9_000, y: 400 } }));
  await desk.start();
  await desk.page();
  const [now] = await places(desk);
  expect(now).toMatchObject({ width: place.width, height: place.height });
  expect(now?.x).toBeLessThan(1_000);
});

test('File → New window opens a second one, a little beside the first', async ({ desk }) => {
  onlyOnLinux();
  await desk.start();
  await setUpClinic(await desk.page());
  const opened = desk.electron.waitForEvent('window');
  await desk.menu('newWindow');
  const second = await opened;
  await expect(second.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  const [one, other] = (await places(desk)).sort((a, b) => a.x - b.x);
  expect([(other?.x ?? 0) - (one?.x ?? 0), (other?.y ?? 0) - (one?.y ?? 0)]).toEqual([32, 32]);
  expect(other).toMatchObject({ width: one?.width, height: one?.height });
});

test('Help → Save a report writes what helps, and nothing of anybody', async ({ desk }) => {
  await desk.start();
  const page = await desk.page();
  await setUpClinic(page);
  await addPatient(page, { family: 'Okafor', given: 'Ngozi', born: '1984-03-12' });
  await page.getByRole('button', { name: /your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await signIn(page);

  await desk.menu('saveReport');
  await desk.choose(null);
  const file = join(desk.home, 'report.json');
  await desk.menu('saveReport');
  await desk.choose(file);
  await expect.poll(() => existsSync(file)).toBe(true);
  const text = readFileSync(file, 'utf8');
  const report = JSON.parse(text) as { versions: object; timings: Array<{ procedure: string }>; data: object };
  expect(report.versions).toMatchObject({ 'clinic-desk': expect.any(String), electron: expect.any(String) });
  expect(report.timings.map(({ procedure }) => procedure)).toContain('patients.create');
  expect(report.data).toMatchObject({ hasKey: true, problem: null });
  for (const secret of ['Okafor', 'Ngozi', '1984', 'Moreau', administrator.password, desk.home, 'Harbour'])
    expect(text).not.toContain(secret);

  await desk.menu('saveReport');
  await desk.choose(join(desk.home, 'nowhere', 'report.json'));
  expect((await desk.question()).message).toBe('The report was not saved');
});

test('Help → About names the versions and shows the licence of everything packed', async ({ desk }) => {
  await desk.start();
  await desk.page();
  await desk.menu('about');
  const opened = desk.electron.waitForEvent('window');
  const { message, detail } = await desk.press('Licences');
  expect(message).toBe('Clinic Desk');
  expect(detail).toMatch(/^Version \d+\.\d+\.\d+\nElectron \d/);
  expect(detail).toContain('GNU Affero General Public License');
  expect(detail).not.toContain('.example');
  const licences = await opened;
  await licences.waitForLoadState();
  expect(licences.url()).toBe('clinic-app://desk/licences.html');
  await picture(licences, 'licences');
});

test('starting at sign-in is switched on and off in the menu', async ({ desk }) => {
  onlyOnLinux();
  const entry = join(desk.home, 'config', 'autostart', 'clinic-desk.desktop');
  const ticked = () =>
    desk.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('startAtLogin')?.checked);
  await desk.start();
  await desk.page();
  expect(await ticked()).toBe(false);
  await desk.menu('startAtLogin');
  expect(readFileSync(entry, 'utf8')).toMatch(/^\[Desktop Entry\]\nType=Application\nName=Clinic Desk\nExec="\//);

  await desk.restart();
  await desk.page();
  expect(await ticked()).toBe(true);
  await desk.menu('startAtLogin');
  expect([existsSync(entry), await ticked()]).toEqual([false, false]);

  rmSync(dirname(entry), { recursive: true });
  writeFileSync(dirname(entry), 'a file where the folder would be');
  await desk.menu('startAtLogin');
  expect((await desk.question()).message).toBe('Starting at sign-in could not be changed');
  expect(await ticked()).toBe(false);
});
