import { describe, expect, it, vi } from 'vitest';
import { hasText } from '#renderer/app/i18n.ts';
import { isMeant, isPressed, type Press, type Surroundings } from '#renderer/app/keys.ts';

const { shortcuts, keysText } = await vi.hoisted(async () => {
  vi.stubGlobal('window', new EventTarget());
  return import('#renderer/app/shortcuts.ts');
});

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const CTRL = { ctrlKey: true };
const ALT = { altKey: true };

describe('the keys of a shortcut', () => {
  it.each([
    ['k with Ctrl', press('k', CTRL), ['Ctrl', 'K']],
    ['K with Ctrl, as Caps Lock writes it', press('K', CTRL), ['Ctrl', 'K']],
    ['k with Cmd', press('k', { metaKey: true }), ['Ctrl', 'K']],
    ['Escape', press('Escape'), ['Esc']],
    ['an arrow', press('ArrowLeft'), ['←']],
    ['a question mark, which Shift writes', press('?'), ['?']],
    ['2 with Alt', press('2', ALT), ['Alt', '2']],
    ['2 with Alt, where that writes a sign', press('™', { ...ALT, code: 'Digit2' }), ['Alt', '2']],
  ])('are pressed by %s', (_what, event, keys) => expect(isPressed(event, keys)).toBe(true));

  it.each([
    ['the letter alone', press('k'), ['Ctrl', 'K']],
    ['another letter', press('l', CTRL), ['Ctrl', 'K']],
    ['Alt besides', press('k', { ...CTRL, ...ALT }), ['Ctrl', 'K']],
    ['Ctrl where it is not wanted', press('n', CTRL), ['N']],
    ['another digit', press('3', { ...ALT, code: 'Digit3' }), ['Alt', '2']],
    ['the digit alone', press('2', { code: 'Digit2' }), ['Alt', '2']],
  ])('are not pressed by %s', (_what, event, keys) => expect(isPressed(event, keys)).toBe(false));
});

const nothing: Surroundings = { isCovered: false, isChoosing: false, isTyping: false };
const isMeantIn = (surroundings: Partial<Surroundings>) =>
  Object.entries(shortcuts)
    .filter(([, shortcut]) => isMeant(shortcut, { ...nothing, ...surroundings }))
    .map(([id]) => id);
const withModifier = Object.entries(shortcuts)
  .filter(([, { keys }]) => ['Ctrl', 'Alt'].includes(keys[0]))
  .map(([id]) => id);

describe('a shortcut', () => {
  it('is meant wherever nothing else takes its keys', () => {
    expect(isMeantIn({})).toEqual(Object.keys(shortcuts));
  });

  it('of a plain key is none while somebody is typing, but the one that leads back', () => {
    expect(isMeantIn({ isTyping: true }).sort()).toEqual([...withModifier, 'back'].sort());
  });

  it('of a plain key is none while an open list of choices takes the keys', () => {
    expect(isMeantIn({ isChoosing: true }).sort()).toEqual([...withModifier].sort());
  });

  it('is none under a dialog, but the one that locks', () => {
    expect(isMeantIn({ isCovered: true })).toEqual(['lock']);
  });

  it('has words in the sheet, and keys of its own', () => {
    const ids = Object.keys(shortcuts);
    expect(ids.filter((id) => !hasText(`shell.shortcuts.what.${id}`))).toEqual([]);
    const keys = Object.values(shortcuts).map((shortcut) => shortcut.keys.join('+'));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keysText('save')).toBe('Ctrl+S');
  });
});
