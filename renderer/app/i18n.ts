import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Sentence } from '#contract/ground/errors.ts';
import { sayMoment } from './moments.ts';

const files = import.meta.glob<Record<string, unknown>>('../../assets/locales/*/*.json', {
  eager: true,
  import: 'default',
});

/** `{ en: { common: {…}, patients: {…} } }` out of the files' names. */
function readResources() {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, texts] of Object.entries(files)) {
    const match = /\/([^/]+)\/([^/]+)\.json$/.exec(path);
    if (!match?.[1] || !match[2]) continue;
    resources[match[1]] = { ...resources[match[1]], [match[2]]: texts };
  }
  return resources;
}

const resources = readResources();

/** The languages there are texts in. */
export const languages = Object.keys(resources);

i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  resources,
  interpolation: { escapeValue: false },
  returnNull: false,
});
i18n.services.formatter?.add('datetime', (ms: number) => sayMoment(ms));

/** The text of a key that starts with its namespace, such as `validation.required`. */
export function say(key: string, params?: Sentence['params']): string {
  const dot = key.indexOf('.');
  return i18n.t(`${key.slice(0, dot)}:${key.slice(dot + 1)}`, { ...params });
}

/** True when there is a text for such a key. */
export function hasText(key: string, params?: Sentence['params']): boolean {
  const dot = key.indexOf('.');
  return dot > 0 && i18n.exists(`${key.slice(0, dot)}:${key.slice(dot + 1)}`, { ...params });
}

export { i18n };
