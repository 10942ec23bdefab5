import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance, type i18n } from 'i18next';
import { programRoot } from './root.ts';

const folder = join(programRoot, 'assets', 'locales', 'en');

let ready: i18n | undefined;

/** Read at the first text that is wanted: a start of the app needs none before its window is there. */
function texts(): i18n {
  if (ready) return ready;
  ready = createInstance({
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { en: { translation: readTexts() } },
  });
  void ready.init();
  return ready;
}

/** Every text of the program, one file a module, the file's name being the first part of its keys. */
function readTexts(): Record<string, unknown> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  );
}

/** Whether there are words for this key, which is that of one text and not of many. */
export const isText = (key: string): boolean =>
  /^[\w.]+$/.test(key) && typeof texts().getResource('en', 'translation', key) === 'string';

/** The words for a key such as `errors.inUse`, as the terminal, menus and dialogs of main need them. */
export function translate(key: string, params: Record<string, string | number> = {}): string {
  return texts().t(key, params);
}

/** The words for the first of these keys that there are any for. */
export const firstText = (keys: string[]): string | undefined => {
  const known = keys.find((key) => texts().exists(key));
  return known && translate(known);
};
