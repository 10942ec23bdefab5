import { contextBridge, ipcRenderer } from 'electron';

/**
 * The page makes a MessageChannel and posts one port to its own window; it is handed on to main, which checks who sent it.
 * Only the top frame's own messages are taken.
 */
window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source !== window || event.origin !== window.origin || event.data !== 'clinic-desk:connect' || !port)
    return;
  ipcRenderer.postMessage('clinic-desk:connect', null, [port]);
});

contextBridge.exposeInMainWorld('clinicDesk', {
  /** Calls back with the place in the app that the menu or a link from outside asks for. */
  onGo(listener: (path: string) => void): void {
    ipcRenderer.on('clinic-desk:go', (_event, path: unknown) => {
      if (typeof path === 'string') listener(path);
    });
  },
});
