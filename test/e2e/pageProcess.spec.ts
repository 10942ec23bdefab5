import { createSocket } from 'node:dgram';
import { expect } from 'playwright/test';
import { test } from './app.ts';

test('a page whose process ends is shown again', async ({ app }) => {
  await app.page.getByLabel('Clinic name').waitFor();
  // Asked through main: the driver has lost its page.
  const loaded = await app.electron?.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const again = new Promise<string>((resolve) => contents?.once('dom-ready', () => resolve(contents.getURL())));
    contents?.forcefullyCrashRenderer();
    return Promise.race([again, new Promise<string>((resolve) => setTimeout(() => resolve('never'), 20_000))]);
  });
  expect(loaded).toMatch(/^clinic-app:/);
});

test('a page sends no packet to anybody', async ({ app }) => {
  const socket = createSocket('udp4');
  let packets = 0;
  socket.on('message', () => {
    packets += 1;
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  await app.page.getByLabel('Clinic name').waitFor();
  const gathered = await app.page.evaluate(async (port) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
    peer.createDataChannel('out');
    await peer.setLocalDescription(await peer.createOffer());
    const isDone = () => peer.iceGatheringState === 'complete';
    await new Promise<void>((resolve) => {
      if (isDone()) resolve();
      peer.addEventListener('icegatheringstatechange', () => isDone() && resolve());
    });
    return peer.iceGatheringState;
  }, socket.address().port);
  expect(gathered).toBe('complete');
  expect(packets).toBe(0);
  socket.close();
});
