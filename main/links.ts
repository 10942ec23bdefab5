/** The scheme under which the system hands us addresses: `clinic-desk://patients/42`. */
export const LINK_SCHEME = 'clinic-desk';

const LONGEST_LINK = 200;

/** Every place a link may lead to. A link only ever shows a page; it never does anything there. */
const PLACES = [
  /^\/$/,
  /^\/patients$/,
  /^\/patients\/[1-9]\d{0,14}$/,
  /^\/doctors$/,
  /^\/doctors\/[1-9]\d{0,14}$/,
  /^\/doctors\/[1-9]\d{0,14}\/patients$/,
  /^\/import$/,
];

/** The place in the app that a link leads to, or null when it is no link of ours. */
export function placeOfLink(link: string): string | null {
  if (link.length > LONGEST_LINK || !URL.canParse(link)) return null;
  const { protocol, host, pathname, search, hash, username, port } = new URL(link);
  if (protocol !== `${LINK_SCHEME}:` || search || hash || username || port) return null;
  const path = `/${host}${pathname}`.replace(/(?<=.)\/+$/, '');
  return PLACES.some((place) => place.test(path)) ? path : null;
}
