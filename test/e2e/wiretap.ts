import type { Page } from 'playwright';

/** What a test may do to the page's own line to main. */
interface Tapped {
  /** Sends more than main takes, past whatever the page checks. */
  overload(): void;
  /** The same, right before the next message that holds this text, which thereby is never answered. */
  overloadBefore: string | null;
  /** How many lines the page has opened. */
  lines: number;
  /** The longest message the page itself has sent. */
  longest: number;
  /** Every text that stood in an alert, however shortly. */
  alerts: string[];
}

declare global {
  interface Window {
    tapped: Tapped;
  }
}

/** Loads the page again with a hand on its line to main: the message port of a window, the web socket of a browser. */
export async function tapLine(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const OVER_THE_LIMIT = 17 * 1024 * 1024;
    let sendOnLine: (message: string) => void = () => undefined;
    const tapped: Tapped = {
      overload: () => sendOnLine('x'.repeat(OVER_THE_LIMIT)),
      overloadBefore: null,
      lines: 0,
      longest: 0,
      alerts: [],
    };
    window.tapped = tapped;

    const opened = (send: (message: string) => void) => {
      tapped.lines += 1;
      sendOnLine = send;
    };
    const sending = (message: unknown) => {
      if (typeof message !== 'string') return;
      tapped.longest = Math.max(tapped.longest, message.length);
      if (tapped.overloadBefore === null || !message.includes(tapped.overloadBefore)) return;
      tapped.overloadBefore = null;
      tapped.overload();
    };

    const channels = new WeakMap<MessagePort, MessagePort>();
    window.MessageChannel = class extends MessageChannel {
      constructor() {
        super();
        channels.set(this.port2, this.port1);
      }
    };
    const post = MessagePort.prototype.postMessage;
    const postToSelf = window.postMessage.bind(window);
    window.postMessage = ((message: unknown, origin: string, ports: MessagePort[] = []) => {
      const port = ports[0] && channels.get(ports[0]);
      if (message === 'clinic-desk:connect' && port) {
        opened((text) => post.call(port, text));
        port.postMessage = (text: unknown) => {
          sending(text);
          post.call(port, text);
        };
      }
      postToSelf(message, origin, ports);
    }) as typeof window.postMessage;

    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (message) {
      sending(message);
      send.call(this, message);
    };
    window.WebSocket = class extends WebSocket {
      constructor(address: string | URL) {
        super(address);
        this.addEventListener('open', () => opened((text) => send.call(this, text)));
      }
    };

    new MutationObserver(() => {
      for (const alert of document.querySelectorAll('[role=alert]')) tapped.alerts.push(alert.textContent ?? '');
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.reload();
}
