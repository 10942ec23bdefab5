import { i18n } from './i18n.ts';

/** The name of a country that is stored by its two letters, as imports do; anything else as it was typed. */
export function countryName(stored: string): string {
  const code = stored.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return stored;
  return new Intl.DisplayNames([i18n.language], { type: 'region' }).of(code) ?? stored;
}
