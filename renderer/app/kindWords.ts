import { entities, type Kind, type KindWith, kindsWith } from '#contract/entities.ts';
import { i18n } from './i18n.ts';

/** Where the words of a kind stand: in the texts of its own module, `visitTypes:one`. */
const keyOf = (kind: Kind, word: string) => `${entities[kind].plural}:${word}`;

/** What a record of the kind is called: "Visit type". */
export const kindName = (kind: Kind): string => i18n.t(keyOf(kind, 'one'));

/** The same within a sentence. */
export const kindInSentence = (kind: Kind): string => i18n.t(keyOf(kind, 'inSentence'));

/** The key of what a page of a kind is called, by the pattern of its address; undefined for pages of no kind. */
export function pageKey(pattern: string): string | undefined {
  const kind = kindsWith('path').find((one) => pattern === pathOf(one) || pattern.startsWith(`${pathOf(one)}/`));
  if (!kind) return undefined;
  const rest = pattern.slice(pathOf(kind).length);
  const word = { '': 'title', '/new': 'new' }[rest] ?? (rest.endsWith('/edit') ? 'editPage' : 'one');
  return keyOf(kind, word);
}

const pathOf = (kind: KindWith<'path'>): string => entities[kind].path;
