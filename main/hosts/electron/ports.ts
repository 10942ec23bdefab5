import { type IpcMainEvent, ipcMain, type MessagePortMain, type WebContents } from 'electron';
import { originOf, PAGE_ORIGIN } from './origin.ts';

/** The one channel on which a page hands over its port. */
const CONNECT_CHANNEL = 'clinic-desk:connect';

interface Takers {
  accepted(port: MessagePortMain, page: WebContents): unknown;
  refused(reason: string): unknown;
}

/** A page has one; another while that one is being lost. */
const MOST_PORTS = 8;

/** Takes the ports of our own pages, and of nobody else. */
export function acceptPorts({ accepted, refused }: Takers): void {
  const open = new WeakMap<WebContents, number>();
  const count = (page: WebContents, change: number) => open.set(page, (open.get(page) ?? 0) + change);
  ipcMain.on(CONNECT_CHANNEL, (event) => {
    const [port, ...others] = event.ports;
    const tooMany = others.length > 0 || (open.get(event.sender) ?? 0) >= MOST_PORTS;
    const reason = whyUntrusted(event) ?? (tooMany ? 'too many ports' : null);
    if (reason !== null || !port) {
      for (const refusedPort of event.ports) refusedPort.close();
      return void refused(reason ?? 'no port');
    }
    count(event.sender, 1);
    port.once('close', () => count(event.sender, -1));
    accepted(port, event.sender);
  });
}

/** Null when the message comes from the live top frame of a page of ours; otherwise why not. */
function whyUntrusted(event: IpcMainEvent): string | null {
  const frame = event.senderFrame;
  if (!frame || frame.isDestroyed()) return 'frame is gone';
  if (frame !== event.sender.mainFrame) return 'not the top frame';
  return originOf(frame.url) === PAGE_ORIGIN ? null : 'foreign origin';
}
