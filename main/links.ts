import { entities, kindsWith } from '#contract/entities.ts';

/** The scheme under which the system hands us addresses: `clinic-desk://patients/42`. */
export const LINK_SCHEME = 'clinic-desk';

const LONGEST_LINK = 200;
/** A link that suggests a picture carries the picture's own address. */
const LONGEST_SUGGESTION = 4_000;

const NUMBER = '[1-9]\\d{0,14}';

/** Where the kinds of records have pages of their own; Administration is nothing to be led into. */
const ownPaths = kindsWith('path')
  .map((kind): string => entities[kind].path)
  .filter((path) => !path.startsWith('/admin/'));

/** Every place a link may lead to. A link only ever shows a page; it never does anything there. */
const PLACES = [
  '/',
  ...ownPaths.flatMap((path) => [path, `${path}/${NUMBER}`]),
  `${entities.doctor.path}/${NUMBER}/patients`,
  '/import',
  '/account',
].map((place) => new RegExp(`^${place}$`));

/** The place in the app that a link leads to, or null when it is no link of ours. */
export function placeOfLink(link: string): string | null {
  if (link.length > LONGEST_SUGGESTION || !URL.canParse(link)) return null;
  const suggestion = suggestedImage(new URL(link));
  if (suggestion) return suggestion;
  if (link.length > LONGEST_LINK) return null;
  const { protocol, host, pathname, search, hash, username, port } = new URL(link);
  if (protocol !== `${LINK_SCHEME}:` || search || hash || username || port) return null;
  const path = `/${host}${pathname}`.replace(/(?<=.)\/+$/, '');
  return PLACES.some((place) => place.test(path)) ? path : null;
}

/** `images/create?title=…&url=…` opens the form of a new image, filled in; it fetches and stores nothing. */
function suggestedImage({ protocol, host, pathname, searchParams, hash, username, port }: URL): string | null {
  if (protocol !== `${LINK_SCHEME}:` || `${host}${pathname}` !== 'images/create') return null;
  if (hash || username || port || [...searchParams.keys()].some((name) => name !== 'title' && name !== 'url'))
    return null;
  // In quotes, since the page takes what looks like a number or a list for one.
  const wanted = ['title', 'url'].flatMap((name) => {
    const value = searchParams.get(name);
    return value ? [`${name}=${encodeURIComponent(JSON.stringify(value))}`] : [];
  });
  return `/images/new${wanted.length > 0 ? `?${wanted.join('&')}` : ''}`;
}
