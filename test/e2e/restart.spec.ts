import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { type Desk, picture, test } from './desk.ts';
import { setUpClinic, signIn } from './steps.ts';

/** What the desktop app does about a fault that nobody caught. */

const throwOne = (desk: Desk) =>
  desk.electron.evaluate(() => {
    setTimeout(() => {
      throw new Error('thrown and caught by nobody');
    });
  });
const rejectOne = (desk: Desk) =>
  desk.electron.evaluate(() => {
    setTimeout(() => Promise.reject(new Error('rejected and caught by nobody')));
  });
const log = (desk: Desk) => readFileSync(join(desk.data, 'logs', 'clinic-desk.log'), 'utf8');

for (const [what, fault] of [
  ['thrown', throwOne],
  ['rejected', rejectOne],
] as const) {
  test(`a fault that is ${what} starts the app again, which tells of it`, async ({ desk }) => {
    await desk.start();
    await setUpClinic(await desk.page());
    await fault(desk);
    const page = await desk.afterwards();
    const notice = page.getByText(/^Clinic Desk met a fault and has started again by itself/);
    await expect(notice).toBeVisible();
    await picture(page, 'started-again');
    const [id = ''] = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec((await notice.textContent()) ?? '') ?? [];
    expect(
      log(desk)
        .split('\n')
        .filter((line) => line.includes(id) && line.includes('by nobody')),
    ).toHaveLength(1);
    await signIn(page);
    await page.close();
  });
}

test('a fault right after another ends the app and does not start it again', async ({ desk }) => {
  await desk.start();
  await setUpClinic(await desk.page());
  const kept = join(desk.profile, 'device.json');
  const device = JSON.parse(readFileSync(kept, 'utf8')) as object;
  await desk.restart();
  await desk.page();
  writeFileSync(kept, JSON.stringify({ ...device, fault: { id: 'ABCD-EFGH', at: Date.now(), told: true } }));
  await throwOne(desk);
  expect(await desk.ended()).toBe(70);
  expect(log(desk)).toContain('thrown and caught by nobody');
});
