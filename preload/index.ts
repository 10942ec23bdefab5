import { ipcRenderer } from 'electron';

/**
 * The page makes a MessageChannel and posts one port to its own window; it is handed on to main, which checks who sent it.
 * Nothing is exposed to the page: both ways lead over messages of its own window, taken from the window itself only.
 */
window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source !== window || event.origin !== window.origin || event.data !== 'clinic-desk:connect' || !port)
    return;
  ipcRenderer.postMessage('clinic-desk:connect', null, [port]);
});

/** The menu's way to take the data elsewhere: it is the page that asks main for it, for whoever sits there. */
ipcRenderer.on('clinic-desk:moveData', () => window.postMessage({ type: 'clinic-desk:moveData' }, window.origin));

/** The window is being closed over unsaved changes: the page asks what becomes of them. */
ipcRenderer.on('clinic-desk:closing', () => window.postMessage({ type: 'clinic-desk:closing' }, window.origin));

/** Main asks the page to go to a place in the app: a menu entry, or a link from outside. */
ipcRenderer.on('clinic-desk:go', (_event, to: unknown) => {
  if (typeof to === 'string') window.postMessage({ type: 'clinic-desk:go', to }, window.origin);
});
