/** How the page stands to main: `refused` means this browser was never let in. */
export type ConnectionState = 'connecting' | 'open' | 'refused' | 'lost';

/** Thrown by calls that find no connection: nothing was sent. */
export class NotConnectedError extends Error {}

/** Thrown by calls that were sent and whose answer cannot come any more: it may or may not have been done. */
export class ConnectionLostError extends Error {}

let state: ConnectionState = 'connecting';
const listeners = new Set<() => void>();

/** The connection's state now, and a subscription to its changes, as `useSyncExternalStore` wants them. */
export const connection = {
  get: (): ConnectionState => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Tells how it stands now; for the transport only. */
  enter(next: ConnectionState): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  },
};

/** Waits so long, or until the connection is back if that is sooner. */
export function pauseUntilBack(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const forget = connection.subscribe(() => state === 'open' && end());
  });
}
