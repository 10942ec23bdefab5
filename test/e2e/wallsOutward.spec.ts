import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'playwright/test';
import { test } from './app.ts';

/** Electron's own walls towards everything that is not a page of ours. */

/** What a hostile page may try; a moment later, since some of it takes along who asks for it. */
const LEAVING: Record<string, () => void> = {
  'about:blank': () => void setTimeout(() => location.assign('about:blank')),
  'about:blank in its own place': () => void setTimeout(() => window.open('about:blank', '_self')),
  'about:srcdoc': () => void setTimeout(() => location.assign('about:srcdoc')),
  'a blob of its own': () =>
    void setTimeout(() => location.assign(URL.createObjectURL(new Blob(['<h1>x</h1>'], { type: 'text/html' })))),
  'a data address': () => void setTimeout(() => location.assign('data:text/html,<h1>elsewhere</h1>')),
  'a script for an address': () => void setTimeout(() => location.assign('javascript:"<h1>elsewhere</h1>"')),
  'a file': () => void setTimeout(() => location.assign('file:///etc/passwd')),
  'the photos’ scheme': () => void setTimeout(() => location.assign('clinic-media://photo/x/96')),
  'a host of ours that is none': () => void setTimeout(() => location.assign('clinic-app://other/')),
  'a link to about:blank': () =>
    void setTimeout(() => {
      const link = Object.assign(document.createElement('a'), { href: 'about:blank' });
      document.body.append(link);
      link.click();
    }),
  'a page that moves on by itself': () =>
    void setTimeout(() => {
      const refresh = { httpEquiv: 'refresh', content: '0; url=about:blank' };
      document.head.append(Object.assign(document.createElement('meta'), refresh));
    }),
};

for (const [what, leave] of Object.entries(LEAVING)) {
  test(`${what} does not take the window away`, async ({ app }) => {
    await app.page.getByLabel('Clinic name').waitFor();
    const address = app.page.url();
    await app.page.evaluate(leave);
    await pause(500);
    // Asked through main: the driver itself waits for a navigation that never ends.
    const shown = () =>
      app.electron?.evaluate(({ BrowserWindow }) =>
        Promise.all(
          BrowserWindow.getAllWindows().map(async ({ webContents }) => [
            webContents.getURL(),
            await webContents.executeJavaScript('document.querySelector("label")?.textContent'),
          ]),
        ),
      );
    await expect.poll(shown).toEqual([[address, expect.stringMatching(/^Clinic name/)]]);
  });
}

test('no other window and no frame comes up, by whichever way', async ({ app }) => {
  await app.page.getByLabel('Clinic name').waitFor();
  const made = await app.page.evaluate(async () => {
    const opened = ['about:blank', '', location.href, 'javascript:1'].map((url) => window.open(url) !== null);
    const frames = ['about:blank', location.href, 'data:text/html,x'].map((src) =>
      document.body.appendChild(Object.assign(document.createElement('iframe'), { src })),
    );
    const link = Object.assign(document.createElement('a'), { href: location.href, textContent: 'middle' });
    document.body.append(link);
    for (const button of [0, 1]) link.dispatchEvent(new MouseEvent('click', { button, ctrlKey: true, bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const shown = frames.map((frame) => {
      try {
        return frame.contentDocument?.body.innerText ?? '';
      } catch {
        return '';
      }
    });
    return { opened, shown };
  });
  expect(made).toEqual({ opened: [false, false, false, false], shown: ['', '', ''] });
  expect(await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('Chromium asks nobody on the network, for words or for names', async ({ app }) => {
  await app.page.getByLabel('Clinic name').waitFor();
  const found = await app.electron?.evaluate(async ({ session }) => ({
    spells: session.defaultSession.isSpellCheckerEnabled(),
    // A name that every computer knows by itself.
    resolved: await session.defaultSession.resolveHost('localhost').then(
      () => 'resolved',
      (error: Error) => error.message,
    ),
  }));
  expect(found).toEqual({ spells: false, resolved: expect.stringContaining('ERR_NAME_NOT_RESOLVED') });
});
