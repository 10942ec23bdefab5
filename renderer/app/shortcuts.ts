import { useEffect, useEffectEvent } from 'react';

/** Every shortcut there is: what the sheet shows and what the pages listen to. */
export const shortcuts = {
  search: { group: 'everywhere', keys: ['Ctrl', 'K'] },
  sheet: { group: 'everywhere', keys: ['?'] },
  back: { group: 'everywhere', keys: ['Esc'] },
  zoomIn: { group: 'everywhere', keys: ['Ctrl', '+'] },
  zoomOut: { group: 'everywhere', keys: ['Ctrl', '-'] },
  zoomReset: { group: 'everywhere', keys: ['Ctrl', '0'] },
  lock: { group: 'everywhere', keys: ['Ctrl', 'L'] },
  goStart: { group: 'everywhere', keys: ['Alt', '1'] },
  goPatients: { group: 'everywhere', keys: ['Alt', '2'] },
  goDoctors: { group: 'everywhere', keys: ['Alt', '3'] },
  goImages: { group: 'everywhere', keys: ['Alt', '4'] },
  goAdmin: { group: 'everywhere', keys: ['Alt', '9'] },
  find: { group: 'lists', keys: ['/'] },
  add: { group: 'lists', keys: ['N'] },
  up: { group: 'lists', keys: ['↑'] },
  down: { group: 'lists', keys: ['↓'] },
  open: { group: 'lists', keys: ['Enter'] },
  preview: { group: 'lists', keys: ['Space'] },
  previous: { group: 'records', keys: ['←'] },
  next: { group: 'records', keys: ['→'] },
  edit: { group: 'records', keys: ['E'] },
  save: { group: 'records', keys: ['Ctrl', 'S'] },
} as const;
export type ShortcutId = keyof typeof shortcuts;

const modifiers = new Set(['Ctrl', 'Alt']);

/** Keys that are written otherwise than the browser calls them. */
const keyNames: Record<string, string> = { Escape: 'esc', ArrowLeft: '←', ArrowRight: '→' };

function pressed(event: KeyboardEvent, id: ShortcutId): boolean {
  const keys: readonly string[] = shortcuts[id].keys;
  const wanted = keys.filter((key) => !modifiers.has(key))[0]?.toLowerCase();
  if ((event.ctrlKey || event.metaKey) !== keys.includes('Ctrl') || event.altKey !== keys.includes('Alt')) return false;
  const key = keyNames[event.key] ?? event.key.toLowerCase();
  return key === wanted || (keys.includes('Alt') && event.code === `Digit${wanted}`);
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  return target?.closest('input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]') !== null;
}

// Whether a dialog takes the key, or an open list of choices, which has no use for Ctrl and Alt. By the time a shortcut
// hears of it, they have closed on it.
let covered = false;
let choosing = false;
window.addEventListener(
  'keydown',
  ({ target }) => {
    choosing = target instanceof Element && target.closest('[aria-expanded="true"][aria-haspopup]') !== null;
    covered = document.querySelector('[role="dialog"], [role="menu"]') !== null;
  },
  { capture: true },
);

/** Calls the handler when the shortcut is pressed; plain letters only where nobody is typing. */
export function useShortcut(id: ShortcutId, handler: () => void, enabled = true): void {
  const act = useEffectEvent(handler);
  useEffect(() => {
    if (!enabled) return;
    const plain = !(shortcuts[id].keys as readonly string[]).some((key) => modifiers.has(key));
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !pressed(event, id)) return;
      if ((covered || (plain && choosing)) && id !== 'lock') return;
      if (plain && id !== 'back' && isTyping(event)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [id, enabled]);
}

/** The keys as they stand in a tooltip: `Ctrl+S`. */
export function keysText(id: ShortcutId): string {
  return shortcuts[id].keys.join('+');
}
