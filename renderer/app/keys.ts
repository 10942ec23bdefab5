/** Keys that do something, and where they do. */
export interface Shortcut {
  /** As they are written: `['Ctrl', 'K']`. */
  keys: readonly string[];
  /** Under a dialog or an open menu too. */
  always?: true;
  /** While somebody types too; keys with Ctrl or Alt do so anyway. */
  whileTyping?: true;
}

/** What a key press tells of itself. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What stands between a key and the page it is pressed on. */
export interface Surroundings {
  /** A dialog or an open menu takes the keys. */
  isCovered: boolean;
  /** An open list of choices takes them; it has no use for Ctrl and Alt. */
  isChoosing: boolean;
  isTyping: boolean;
}

const modifiers = new Set(['Ctrl', 'Alt']);

/** Keys that are written otherwise than the browser calls them. */
const keyNames: Record<string, string> = {
  Escape: 'esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

const isPlain = (keys: readonly string[]) => !keys.some((key) => modifiers.has(key));

/** Whether these keys were pressed, and no modifier besides; on a Mac, Cmd counts as Ctrl. */
export function isPressed(press: Press, keys: readonly string[]): boolean {
  const wanted = keys.find((key) => !modifiers.has(key))?.toLowerCase();
  if ((press.ctrlKey || press.metaKey) !== keys.includes('Ctrl') || press.altKey !== keys.includes('Alt')) return false;
  const key = keyNames[press.key] ?? press.key.toLowerCase();
  // Alt changes what letters and digits write on some keyboards.
  const codes = [`Digit${wanted}`, `Key${wanted?.toUpperCase()}`];
  return key === wanted || (keys.includes('Alt') && codes.includes(press.code));
}

/** Whether a shortcut is meant where its keys are pressed: plain letters are not while somebody is typing. */
export function isMeant(shortcut: Shortcut, { isCovered, isChoosing, isTyping }: Surroundings): boolean {
  const plain = isPlain(shortcut.keys);
  if ((isCovered || (plain && isChoosing)) && !shortcut.always) return false;
  return !plain || !isTyping || shortcut.whileTyping === true;
}
