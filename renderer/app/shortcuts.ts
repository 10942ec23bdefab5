import { useEffect, useEffectEvent } from 'react';
import { isMeant, isPressed, type Shortcut } from './keys.ts';

interface ListedShortcut extends Shortcut {
  group: 'everywhere' | 'lists' | 'records';
}

/** Every shortcut of the program's own; those that lead to a page stand with the page, in its feature. */
export const shortcuts = {
  search: { group: 'everywhere', keys: ['Ctrl', 'K'] },
  sheet: { group: 'everywhere', keys: ['?'] },
  back: { group: 'everywhere', keys: ['Esc'], whileTyping: true },
  zoomIn: { group: 'everywhere', keys: ['Ctrl', '+'] },
  zoomOut: { group: 'everywhere', keys: ['Ctrl', '-'] },
  zoomReset: { group: 'everywhere', keys: ['Ctrl', '0'] },
  lock: { group: 'everywhere', keys: ['Ctrl', 'L'], always: true },
  unfinished: { group: 'everywhere', keys: ['Alt', 'U'] },
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
  putAside: { group: 'records', keys: ['Alt', 'P'] },
} as const satisfies Record<string, ListedShortcut>;
export type ShortcutId = keyof typeof shortcuts;

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  return target?.closest('input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]') !== null;
}

// Read before anybody else hears of the key: by the time a shortcut does, dialog and list have closed on it.
let isCovered = false;
let isChoosing = false;
window.addEventListener(
  'keydown',
  ({ target }) => {
    isChoosing = target instanceof Element && target.closest('[aria-expanded="true"][aria-haspopup]') !== null;
    isCovered = document.querySelector('[role="dialog"], [role="menu"]') !== null;
  },
  { capture: true },
);

/** Calls the handler when a shortcut of the list is pressed where it is meant. */
export function useShortcut(id: ShortcutId, handler: () => void, enabled = true): void {
  useKeys(shortcuts[id], handler, enabled);
  useEffect(() => {
    if (!enabled) return;
    heard.set(id, (heard.get(id) ?? 0) + 1);
    return () => void heard.set(id, (heard.get(id) ?? 1) - 1);
  }, [id, enabled]);
}

/** How many parts of the page hear each shortcut now. */
const heard = new Map<ShortcutId, number>();

/** Whether anything hears the shortcut on the page as it is. */
export const isHeard = (id: ShortcutId): boolean => (heard.get(id) ?? 0) > 0;

/** Calls the handler when these keys are pressed where they are meant; the shortcut must stay the same object. */
export function useKeys(shortcut: Shortcut, handler: () => void, enabled = true): void {
  const act = useEffectEvent(handler);
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isPressed(event, shortcut.keys)) return;
      if (!isMeant(shortcut, { isCovered, isChoosing, isTyping: isTyping(event) })) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [shortcut, enabled]);
}

/** The keys as they stand in a tooltip: `Ctrl+S`. */
export function keysText(id: ShortcutId): string {
  return shortcuts[id].keys.join('+');
}
