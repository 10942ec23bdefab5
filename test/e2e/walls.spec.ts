import { expect } from 'playwright/test';
import { test } from './app.ts';

/** Electron's own walls; the browser host's are tested over HTTP. */
test.describe('the walls around the page', () => {
  test('the page is sandboxed and isolated and reaches no Node', async ({ app }) => {
    const preferences = await app.electron?.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Electron knows this method, its types do not.
      const contents = window?.webContents as { getLastWebPreferences?(): object } | undefined;
      return contents?.getLastWebPreferences?.();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      experimentalFeatures: false,
      allowRunningInsecureContent: false,
    });
    const reached = await app.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'clinicDesk', 'electron'].filter((name) => name in window),
    );
    expect(reached).toEqual([]);
  });

  test('inline script, eval and the network are refused by policy', async ({ app }) => {
    const outcome = await app.page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      // In a task of the page's own: what the test driver evaluates itself is exempt from the policy.
      const evaluated = await new Promise((resolve) =>
        setTimeout(() => {
          try {
            resolve(new Function('return "ran"')());
          } catch {
            resolve('refused');
          }
        }),
      );
      const fetched = await fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused',
      );
      const file = await fetch('file:///etc/passwd').then(
        () => 'fetched',
        () => 'refused',
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { inline: 'inlineRan' in window, evaluated, fetched, file, violations: [...new Set(violations)].sort() };
    });
    expect(outcome).toEqual({
      inline: false,
      evaluated: 'refused',
      fetched: 'refused',
      file: 'refused',
      violations: ['connect-src', 'script-src', 'script-src-elem'],
    });
  });

  test('nothing leads the window away or opens another one', async ({ app }) => {
    const address = app.page.url();
    await app.page.evaluate(() => {
      window.open('https://example.com/');
      for (const [name, value] of [
        ['target', '_blank'],
        ['rel', 'opener'],
      ]) {
        const link = Object.assign(document.createElement('a'), { href: 'https://example.com/' });
        link.setAttribute(name as string, value as string);
        document.body.append(link);
        link.click();
        link.dispatchEvent(new MouseEvent('click', { button: 1, ctrlKey: true, bubbles: true }));
      }
      const meta = Object.assign(document.createElement('meta'), {
        httpEquiv: 'refresh',
        content: '0; url=https://example.com/',
      });
      document.head.append(meta);
      location.href = 'https://example.com/';
    });
    await app.page.waitForTimeout(800);
    expect(app.page.url()).toBe(address);
    expect(await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('another frame gets no port and no page of ours', async ({ app }) => {
    const embedded = await app.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = location.href;
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 500));
      try {
        return frame.contentDocument?.body?.innerText ?? '';
      } catch {
        return '';
      }
    });
    expect(embedded).toBe('');
  });

  test('devices and permissions are refused, the camera too while no photo is being taken', async ({ app }) => {
    const outcome = await app.page.evaluate(async () => {
      const refused = (promise: Promise<unknown>) =>
        promise.then(
          () => 'allowed',
          () => 'refused',
        );
      return {
        camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
        microphone: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await refused(navigator.mediaDevices.getDisplayMedia()),
        place: await refused(
          new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        ),
        notifications: await Notification.requestPermission(),
      };
    });
    expect(outcome).toEqual({
      camera: 'refused',
      microphone: 'refused',
      screen: 'refused',
      place: 'refused',
      notifications: 'denied',
    });
  });

  test('text is copied out of the page, but what lies on the clipboard is not read', async ({ app }) => {
    await app.page.getByLabel('Clinic name').click();
    const outcome = await app.page.evaluate(async () => {
      const said = (promise: Promise<unknown>) =>
        promise.then(
          () => 'allowed',
          () => 'refused',
        );
      return {
        copy: await said(navigator.clipboard.writeText('12345-67890')),
        read: await said(navigator.clipboard.readText()),
      };
    });
    expect(outcome).toEqual({ copy: 'allowed', read: 'refused' });
  });
});
