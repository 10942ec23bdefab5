import { app, session, type WebContents } from 'electron';
import type { Clock } from '#main/ports.ts';
import type { Station } from '#main/services/stations.ts';
import { originOf, PAGE_ORIGIN } from './origin.ts';

/** Putting text or a picture on the clipboard; reading it is another permission. */
const COPYING = 'clipboard-sanitized-write';

/** What no page may do: leave our origin, open windows, embed pages, use devices. */
export function restrictWebContents(station: Station, clock: Clock): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
  // No window asks for it, and switched off it would still fetch its dictionaries from their maker: here there are none.
  session.defaultSession.setSpellCheckerEnabled(false);
  session.defaultSession.setSpellCheckerDictionaryDownloadURL(`${PAGE_ORIGIN}/`);
  refuseDevices(station, clock);
}

/** A page that is loaded anew belongs to somebody else: where the one before went, by which names, is not in its past. */
export function forgetHistory(contents: WebContents): void {
  contents.on('did-navigate', () => contents.navigationHistory.clear());
}

/**
 * Brings a window back that was led away from our pages. Chromium asks nobody before it shows `about:blank`, so this can
 * only be undone; meanwhile the page there has no port.
 */
export function keepOnOurPages(contents: WebContents): void {
  let home = `${PAGE_ORIGIN}/`;
  const comeHome = (_event: unknown, url = contents.getURL()) => {
    if (originOf(url) === PAGE_ORIGIN) home = url;
    else void contents.loadURL(home);
  };
  contents.on('did-navigate', comeHome);
  // An address that shows nothing at all, such as about:srcdoc, still takes the place of the page.
  contents.on('did-fail-load', (event) => comeHome(event));
  contents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    if (isMainFrame && originOf(url) === PAGE_ORIGIN) home = url;
  });
}

/** Pages that end over and over are not shown again for so long; whoever sits there closes the window. */
const AGAIN_AFTER_MS = 10_000;

/** Shows a page again whose process has ended; what was typed in it comes back as a draft. `ended` hears why. */
export function showAgainAfterEnd(contents: WebContents, clock: Clock, ended: (reason: string) => void): void {
  let last = Number.NEGATIVE_INFINITY;
  contents.on('render-process-gone', (_event, { reason }) => {
    ended(reason);
    const now = clock.monotonic();
    if (reason === 'clean-exit' || now - last < AGAIN_AFTER_MS) return;
    last = now;
    // Chromium has to be done with the old process first.
    setImmediate(() => contents.isDestroyed() || contents.reload());
  });
}

/** Has Chromium find no computer on any network; to be called before Electron is ready. Main's own connections are Node's. */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

function confine(contents: WebContents): void {
  // Calls between pages would send packets wherever the page likes.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  const onlyOurs = (event: { preventDefault(): void }, url: string) => {
    if (originOf(url) !== PAGE_ORIGIN) event.preventDefault();
  };
  contents.on('will-navigate', (event) => onlyOurs(event, event.url));
  contents.on('will-redirect', (event) => onlyOurs(event, event.url));
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || originOf(event.url) !== PAGE_ORIGIN) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Every permission and device is refused, but the web cam while the photo dialog is open, and copying out of our pages. */
function refuseDevices(station: Station, clock: Clock): void {
  const ours = session.defaultSession;
  const cameraIsOpen = () => station.cameraAllowedUntil > clock.monotonic();
  ours.setPermissionRequestHandler((contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? details.mediaTypes : [];
    const video = permission === 'media' && types?.length === 1 && types[0] === 'video';
    const allowed = (video && cameraIsOpen()) || permission === COPYING;
    answer(allowed && originOf(contents.getURL()) === PAGE_ORIGIN);
  });
  ours.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const video = permission === 'media' && details.mediaType === 'video';
    return (video && cameraIsOpen() && originOf(origin) === PAGE_ORIGIN) || permission === COPYING;
  });
  ours.setDevicePermissionHandler(() => false);
  ours.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  ours.on('will-download', (event, item) => {
    // Pages may save what they made themselves (reports); nothing else comes down.
    if (!item.getURL().startsWith(`blob:${PAGE_ORIGIN}`)) event.preventDefault();
  });
}
