import type { Page, WebSocketRoute } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './app.ts';
import { lookAt, setUpClinic } from './steps.ts';

/** What is sent when somebody saves: looked at where it leaves the page, which only a browser's socket lets one do. */
test.beforeEach(({ app }) => test.skip(app.electron !== null, 'a window’s port is out of a test’s reach'));

const CREATE = /patients\/create/;

/** Between page and main: counts what is sent, and holds back or loses what is answered. */
class Wire {
  readonly sent: string[] = [];
  private answers: 'pass' | 'hold' | 'lose' = 'pass';
  private held: Array<() => void> = [];

  static async on(page: Page): Promise<Wire> {
    const wire = new Wire();
    await page.routeWebSocket('**/rpc', (socket) => wire.join(socket));
    await page.reload();
    await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
    return wire;
  }

  private join(socket: WebSocketRoute): void {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (CREATE.test(message.toString())) this.sent.push(message.toString());
      server.send(message);
    });
    server.onMessage((message) => {
      if (this.answers === 'pass') return socket.send(message);
      if (this.answers === 'hold') return void this.held.push(() => socket.send(message));
      this.answers = 'pass';
      void socket.close().then(() => server.close());
    });
  }

  hold(): void {
    this.answers = 'hold';
  }

  release(): void {
    this.answers = 'pass';
    for (const send of this.held.splice(0)) send();
  }

  /** The next answer never arrives, nor does anything after it by this connection. */
  loseNext(): void {
    this.answers = 'lose';
  }
}

async function fillPatient(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Patients' }).first().click();
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Family name').fill('Hawthorne');
  await page.getByLabel('Given name').fill('Beatrix');
  await page.getByLabel('Date of birth').fill('12 mar 1984');
  await page.getByText('Female', { exact: true }).click();
  // The draft of it is with main before anything else is sent.
  await page.waitForTimeout(1_000);
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const saved = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toContainText('Beatrix');

test('saving twice in a hurry sends one patient, by key or by button', async ({ app: { page } }) => {
  await setUpClinic(page);
  const wire = await Wire.on(page);
  await fillPatient(page);
  wire.hold();
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Enter');
  await expect.poll(() => wire.sent.length).toBeGreaterThan(0);
  wire.release();
  await saved(page);
  expect(wire.sent).toHaveLength(1);

  await fillPatient(page);
  wire.hold();
  await save(page).dblclick();
  await expect.poll(() => wire.sent.length).toBeGreaterThan(1);
  wire.release();
  await saved(page);
  expect(wire.sent).toHaveLength(2);
});

test('a patient whose answer was lost is not made a second time by saving again', async ({ app: { page } }) => {
  await setUpClinic(page);
  const wire = await Wire.on(page);
  await fillPatient(page);
  wire.loseNext();
  await save(page).click();
  const told = page.getByRole('main').getByRole('alert');
  await expect(told).toContainText('look whether it was done');
  await expect(told).not.toContainText(/nothing was saved/i);
  await expect(page.getByLabel('Family name')).toHaveValue('Hawthorne');
  await expect(async () => {
    await save(page).click();
    await saved(page);
  }).toPass({ timeout: 15_000 });
  await page.getByRole('link', { name: 'Patients' }).first().click();
  await expect(page.getByRole('row', { name: /Hawthorne/i })).toHaveCount(1);
  const keys = wire.sent.map((message) => /"createKey":"([\w-]+)"/.exec(message)?.[1]);
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(1);
});

test('what was typed after an answer was lost is not taken for saved', async ({ app: { page } }, info) => {
  await setUpClinic(page);
  const wire = await Wire.on(page);
  await fillPatient(page);
  wire.loseNext();
  await save(page).click();
  const told = page.getByRole('main').getByRole('alert');
  await expect(told).toContainText('look whether it was done');
  await page.getByLabel('Given name').fill('Beatrice');
  await expect(async () => {
    await save(page).click();
    await expect(told).toContainText('was already saved once', { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await expect(page.getByLabel('Given name')).toHaveValue('Beatrice');
  await lookAt(page, 'saved-already', info.project.name);
});
