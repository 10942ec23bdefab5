import { arabic, arabicScript, chinese, han, indian, korean, vietnamese } from './asian.ts';
import type { Culture } from './culture.ts';
import { cyrillic, polish, russian, turkish } from './eastern.ts';
import { english } from './english.ts';
import { french, german, hispanic, italian, nordic } from './european.ts';

export type { Culture } from './culture.ts';

/** Everyone who lives around the demo clinic. */
export const cultures: Culture[] = [
  english,
  hispanic,
  german,
  indian,
  french,
  polish,
  chinese,
  italian,
  arabic,
  nordic,
  russian,
  turkish,
  vietnamese,
  korean,
  cyrillic,
  han,
  arabicScript,
];
