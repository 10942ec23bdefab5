import { type IpcMainEvent, ipcMain, type MessagePortMain, type WebContents } from 'electron';
import { originOf, PAGE_ORIGIN } from './origin.ts';

/** The one channel on which a page hands over its port. */
const CONNECT_CHANNEL = 'clinic-desk:connect';

interface Takers {
  accepted(port: MessagePortMain, page: WebContents): unknown;
  refused(reason: string): unknown;
}

/** Takes the ports of our own pages, and of nobody else. */
export function acceptPorts({ accepted, refused }: Takers): void {
  ipcMain.on(CONNECT_CHANNEL, (event) => {
    const [port] = event.ports;
    const reason = whyUntrusted(event);
    if (reason === null && port) return void accepted(port, event.sender);
    port?.close();
    void refused(reason ?? 'no port');
  });
}

/** Null when the message comes from the live top frame of a page of ours; otherwise why not. */
function whyUntrusted(event: IpcMainEvent): string | null {
  const frame = event.senderFrame;
  if (!frame || frame.isDestroyed()) return 'frame is gone';
  if (frame !== event.sender.mainFrame) return 'not the top frame';
  return originOf(frame.url) === PAGE_ORIGIN ? null : 'foreign origin';
}
